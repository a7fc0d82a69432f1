/** What stands in a cell: the field that it shows, as far as a filter can be made of it, and its text. Pure. */
import type { GridColumn } from '@/components/grid/grid-column';
import type { CursorPlace } from '@/components/grid/grid-cursor';
import { facetValues } from '@/lib/domain/queue/facet-counts';
import { fieldNamed, isWordField, type QueueNoun, type WordField } from '@/lib/domain/queue/queue-field';

export type CellValue<Row> = {
  rowKey: string;
  columnId: string;
  /** `Severity`. */
  header: string;
  /** Raw, ISO times. */
  text: string;
  /** Undefined for what is searched for by a part, and for numbers and times. */
  field: WordField<Row> | undefined;
  /** Values of the field; several for tags. */
  values: readonly string[];
};

/** Null when the cursor is on no cell. */
export function cellValue<Row>(
  { rowKey, columnId }: CursorPlace,
  noun: QueueNoun<Row>,
  columns: readonly GridColumn<Row>[],
  rowOf: (key: string) => Row | undefined,
): CellValue<Row> | null {
  const column = columns.find(({ id }) => id === columnId);
  const row = rowKey === null ? undefined : rowOf(rowKey);
  if (rowKey === null || row === undefined || column === undefined) return null;
  const named = fieldNamed(noun.fields, column.id);
  const field = named !== undefined && isWordField(named) && named.kind !== 'text' ? named : undefined;
  return {
    rowKey,
    columnId: column.id,
    header: column.header,
    text: column.text(row),
    field,
    values: field === undefined ? [] : facetValues(field, row),
  };
}
