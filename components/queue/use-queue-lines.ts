/** The rows of a queue under the headings of their groups, and which groups are closed. */
'use client';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { type GridLine, groupIdOf, groupLineKey } from '@/components/grid/grid-line';
import { groupRows, type QueueGroup } from '@/lib/domain/queue/group-rows';
import type { QueueNoun } from '@/lib/domain/queue/queue-field';

export type GroupWords<Row> = {
  /** How a heading looks; by default the words of its values. */
  label?: (group: QueueGroup<Row>) => ReactNode;
  /** What stands at the end of the heading, e.g. a sum. */
  detail?: (rows: readonly Row[]) => ReactNode;
};

export function useQueueLines<Row extends object>({
  rows,
  drawn,
  group,
  noun,
  zone,
  words,
}: {
  rows: readonly Row[] | undefined;
  drawn: readonly Row[] | undefined;
  group: readonly string[];
  noun: QueueNoun<Row>;
  zone: 'utc' | 'local';
  words?: GroupWords<Row>;
}): { lines: readonly GridLine<Row>[] | undefined; toggleGroup: (lineKey: string) => void } {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const by = group.join();
  const lines = useMemo(() => {
    if (by === '' || rows === undefined || drawn === undefined) return undefined;
    const now = new Map(rows.map((row) => [noun.keyOf(row), row]));
    // A held row that has gone since has no line any more.
    const present = rows === drawn ? rows : drawn.filter((row) => now.has(noun.keyOf(row)));
    return groupRows(present, by.split(','), collapsed, noun, zone).map((line): GridLine<Row> => {
      if (line.kind === 'row') {
        const key = noun.keyOf(line.row);
        return { kind: 'row', key, row: now.get(key) ?? line.row, level: line.level };
      }
      const { id, level, open, label, rows: members } = line.group;
      return {
        kind: 'group',
        key: groupLineKey(id),
        level,
        open,
        label: words?.label?.(line.group) ?? label,
        text: label,
        count: members.length,
        rowKeys: () => members.map(noun.keyOf),
        detail: words?.detail?.(members),
      };
    });
  }, [by, rows, drawn, collapsed, noun, zone, words]);
  const toggleGroup = useCallback((lineKey: string) => {
    const id = groupIdOf(lineKey);
    if (id === null) return;
    setCollapsed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  return { lines, toggleGroup };
}
