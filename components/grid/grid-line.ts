/** What stands on one line of a grid: a row, or the heading of a group of rows. */
import type { ReactNode } from 'react';

export type GridRowLine<Row> = { kind: 'row'; key: string; row: Row; level: number };

export type GridGroupLine = {
  kind: 'group';
  /** From `groupLineKey`, so that no row has it. */
  key: string;
  level: number;
  open: boolean;
  label: ReactNode;
  /** The label as text, for copying. */
  text: string;
  count: number;
  /** Keys of the rows under it, for selecting them all. */
  rowKeys: () => readonly string[];
  /** Stands at the end of the line, e.g. a sum. */
  detail?: ReactNode;
};

export type GridLine<Row> = GridRowLine<Row> | GridGroupLine;

const groupPrefix = '\u0000group ';

export function groupLineKey(groupId: string): string {
  return groupPrefix + groupId;
}

/** The id that `groupLineKey` was given; null for the key of a row. */
export function groupIdOf(lineKey: string): string | null {
  return lineKey.startsWith(groupPrefix) ? lineKey.slice(groupPrefix.length) : null;
}
