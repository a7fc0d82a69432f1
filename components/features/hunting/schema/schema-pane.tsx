'use client';
/** The tables of both worlds, to look up and to write into the query. One tab stop; arrows move, Enter inserts. */
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { TextInput } from '@/components/ui/text-input';
import { huntingQueries } from '@/lib/queries/hunting';
import { columnName } from '../query/filter-line';
import { type SchemaRow, schemaRows, schemaTree, tableCount } from './schema-tree';
import { SchemaTreeRow, schemaRowId } from './schema-tree-row';
import { stepInTree } from './step-in-tree';

const rowHeight = 24;
const openAtFirst: ReadonlySet<string> = new Set(['defender', 'sentinel']);

const textOf = (row: SchemaRow): string | null => {
  if (row.kind === 'table') return row.label;
  return row.kind === 'column' ? columnName(row.label) : null;
};

function rowUnder(target: EventTarget, rows: readonly SchemaRow[]): SchemaRow | undefined {
  const element = target instanceof Element ? target.closest('[role="treeitem"]') : null;
  return element === null ? undefined : rows.find((row) => schemaRowId(row) === element.id);
}

function Loading() {
  return (
    <div className="flex flex-col gap-3 p-3" role="status" aria-label="Reading the schema">
      {['w-28', 'w-40', 'w-36', 'w-44', 'w-32', 'w-48'].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  );
}

export function SchemaPane({ onInsert }: { onInsert: (text: string) => void }) {
  const schema = useQuery(huntingQueries.schema());
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(openAtFirst);
  const [cursorId, setCursorId] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const tree = useMemo(() => schemaTree(schema.data?.tables ?? []), [schema.data]);
  const searched = useDeferredValue(search);
  const rows = useMemo(() => schemaRows(tree, searched, open), [tree, searched, open]);
  const cursor = Math.max(
    0,
    rows.findIndex((row) => row.id === cursorId),
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  const toggle = (id: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const activate = (row: SchemaRow) => {
    const text = textOf(row);
    if (text === null) toggle(row.id);
    else onInsert(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepInTree(rows, cursor, event.key);
    if (step === null) return;
    event.preventDefault();
    const row = rows[step.to];
    if (row === undefined) return;
    setCursorId(row.id);
    virtual.scrollToIndex(step.to);
    if (step.act === 'toggle') toggle(row.id);
    if (step.act === 'activate') activate(row);
  };
  const onClick = (event: MouseEvent) => {
    const row = rowUnder(event.target, rows);
    if (row === undefined) return;
    setCursorId(row.id);
    // The second click of a double click inserts; it must not close what the first one opened.
    if (event.detail === 1 && row.kind !== 'column') toggle(row.id);
    if (event.detail === 2 && textOf(row) !== null) activate(row);
  };

  const current = rows[cursor];
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 p-2">
        <TextInput
          label="Find a table or column"
          placeholder="Find a table or column"
          icon={Search}
          value={search}
          onChange={setSearch}
        />
        <p className="px-1 pt-1 text-muted text-small" aria-live="polite">
          {schema.data === undefined ? '\u00a0' : `${tableCount(rows).toLocaleString('en')} tables`}
        </p>
      </div>
      {schema.data?.notice == null ? null : <Banner tone="warning" title={schema.data.notice} />}
      {schema.isPending ? <Loading /> : null}
      {schema.isError ? <EmptyState title="The schema could not be read">{schema.error.message}</EmptyState> : null}
      {schema.isSuccess && rows.length === 0 ? (
        <EmptyState title={`No table or column contains “${searched}”`} />
      ) : null}
      <div
        ref={scroller}
        role="tree"
        aria-label="Schema"
        tabIndex={rows.length === 0 ? -1 : 0}
        {...(current === undefined ? {} : { 'aria-activedescendant': schemaRowId(current) })}
        onKeyDown={onKeyDown}
        onClick={onClick}
        hidden={rows.length === 0}
        className="group/tree relative min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]"
        data-pane-focus
      >
        <div role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <SchemaTreeRow
                key={row.id}
                row={row}
                top={start}
                height={rowHeight}
                atCursor={index === cursor}
                search={searched}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
