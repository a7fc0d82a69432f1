/**
 * How a column of the grid is described, by hand (the queue) or made at run time (query results).
 * Cells are drawn by `cell`; `text` is what copying gives and what find looks at: raw values, ISO times.
 */
import type { ReactNode } from 'react';

export type GridColumn<Row> = {
  id: string;
  header: string;
  /** Pixels. */
  width: number;
  minWidth?: number;
  /** Takes what is left over until the analyst gives it a width. */
  grow?: boolean;
  align?: 'start' | 'end';
  mono?: boolean;
  sortable?: boolean;
  /** Hidden until chosen in the columns menu. */
  hidden?: boolean;
  /** Stays at the start when the grid scrolls sideways, until the analyst says otherwise. */
  pinned?: boolean;
  /** More about the column, on hover of its header, e.g. its type. */
  hint?: string;
  tone?: 'muted';
  /** The cell lays itself out in the whole box, as a card does; others are one line of text, which ends in an ellipsis. */
  box?: boolean;
  /** Few elements: each one is styled, laid out and painted for every row that is scrolled by. */
  cell: (row: Row) => ReactNode;
  text: (row: Row) => string;
};

export type GridSort = { columnId: string; direction: 'ascending' | 'descending' };
