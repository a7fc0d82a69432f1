/**
 * row_window_session(): the start of the session each row belongs to.
 * https://learn.microsoft.com/kusto/query/row-window-session-function
 */
import { defineStage } from './stage';

/**
 * The last three or four input columns are the value, the longest distance from the session's start, the longest from
 * the row before, and whether to start over; the result has the columns before them, and the session's start.
 */
export type SessionSettings = { readonly kept: number };

export const rowWindowSession = defineStage<SessionSettings>(
  'row_window_session',
  (input, { settings: { kept }, output, checkpoint }) => {
    let start: bigint | null = null;
    let before: bigint | null = null;
    const rows = input.rows.map((row) => {
      checkpoint();
      const [value = null, fromFirst = null, fromBefore = null, restart = false] = row.slice(kept) as Cells;
      if (
        value === null ||
        restart === true ||
        isBeyond(value, start, fromFirst) ||
        isBeyond(value, before, fromBefore)
      )
        start = value;
      before = value;
      return [...row.slice(0, kept), start];
    });
    return { columns: output, rows };
  },
  { dynamicAsText: true },
);

/** datetime and timespan cells are ticks (see StageTable), the last one is a bool. */
type Cells = [value?: bigint | null, fromFirst?: bigint | null, fromBefore?: bigint | null, restart?: boolean | null];

const isBeyond = (value: bigint, origin: bigint | null, distance: bigint | null): boolean =>
  origin === null || (distance !== null && value >= origin + distance);
