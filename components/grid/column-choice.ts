/** Which columns are shown, in which order, how wide and which stay in place: what is remembered and what a saved view holds. */

import type { GridColumn } from '@/components/grid/grid-column';

export type ColumnChoice = {
  order: readonly string[];
  hidden: readonly string[];
  /** Stay at the start when the grid scrolls sideways. */
  pinned: readonly string[];
  /** Pixels, of columns that were given a width. */
  widths: Readonly<Record<string, number>>;
};

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

export function isColumnChoice(value: unknown): value is ColumnChoice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'order' in value &&
    isTextList(value.order) &&
    'hidden' in value &&
    isTextList(value.hidden) &&
    'pinned' in value &&
    isTextList(value.pinned) &&
    'widths' in value &&
    typeof value.widths === 'object' &&
    value.widths !== null &&
    Object.values(value.widths).every((width) => typeof width === 'number')
  );
}

/** What is shown until an analyst chooses. */
export function defaultChoice<Row>(columns: readonly GridColumn<Row>[]): ColumnChoice {
  return {
    order: columns.map(({ id }) => id),
    hidden: columns.filter(({ hidden }) => hidden === true).map(({ id }) => id),
    pinned: columns.filter(({ pinned }) => pinned === true).map(({ id }) => id),
    widths: {},
  };
}

/** The choice with `id` standing where `target` stands; what was between moves up or down. */
export function movedTo(choice: ColumnChoice, order: readonly string[], id: string, target: string): ColumnChoice {
  const from = order.indexOf(id);
  const to = order.indexOf(target);
  if (from === -1 || to === -1 || from === to) return choice;
  const next = order.filter((other) => other !== id);
  next.splice(to, 0, id);
  return { ...choice, order: next };
}
