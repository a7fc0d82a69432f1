/** What rows of a grid can show beneath themselves. The height is known before it is drawn, so nothing jumps when it fills. */
import type { ReactNode } from 'react';

export type GridExpansion<Row> = {
  /** Keys of the rows that are open. */
  open: ReadonlySet<string>;
  onToggle: (rowKey: string) => void;
  /** Pixels, for as long as the row is open. What does not fit scrolls inside. */
  heightOf: (row: Row) => number;
  render: (row: Row) => ReactNode;
  /** What is shown, for screen readers: `Alerts of incident #12345`. */
  label: (row: Row) => string;
};
