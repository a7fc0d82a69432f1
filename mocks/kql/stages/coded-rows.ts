/** Rows for the pattern plugins: each column's values as small numbers, so that they are compared and counted cheaply. */

export type CodedRows = {
  readonly size: number;
  /** Per column, each row's code. */
  readonly codes: readonly Int32Array[];
  /** Per column, the value of each code. */
  readonly values: readonly (readonly unknown[])[];
};

/** A pattern: per column the code its rows share, or -1 where they may differ. */
export type Pattern = readonly number[];

export const anyCode = -1;

/** A value that too few rows have to be part of any pattern: it equals nothing. */
export const rareCode = -2;

/** The cell after the values is a text with a 1 for each value that is rare. */
export function codedRows(rows: readonly (readonly unknown[])[], columnCount: number): CodedRows {
  const masks = rows.map((row) => String(row[columnCount] ?? ''));
  const columns = Array.from({ length: columnCount }, (_, column) => codedColumn(rows, column, masks));
  return { size: rows.length, codes: columns.map(({ codes }) => codes), values: columns.map(({ values }) => values) };
}

function codedColumn(
  rows: readonly (readonly unknown[])[],
  column: number,
  masks: readonly string[],
): { codes: Int32Array; values: unknown[] } {
  const codes = new Int32Array(rows.length).fill(rareCode);
  const byText = new Map<string, number>();
  const values: unknown[] = [];
  rows.forEach((row, at) => {
    if (masks[at]?.[column] === '1') return;
    const value = row[column] ?? null;
    // Cells of a column are of one type: only null has to be told from the text of its name.
    const text = value === null ? '' : `=${String(value)}`;
    let code = byText.get(text);
    if (code === undefined) {
      code = values.length;
      byText.set(text, code);
      values.push(value);
    }
    codes[at] = code;
  });
  return { codes, values };
}

/** Whether all that one of the patterns says is said by the other too. */
export const areNested = (a: Pattern, b: Pattern): boolean => says(a, b) || says(b, a);

const says = (a: Pattern, b: Pattern): boolean => b.every((code, column) => code === anyCode || code === a[column]);

/** What a reader sees of a pattern: the values that are set, null for the others, and which ones those are (`0110`). */
export function shownPattern(pattern: Pattern, { values }: CodedRows): unknown[] {
  const cells = pattern.map((code, column) => (code === anyCode ? null : (values[column]?.[code] ?? null)));
  return [...cells, pattern.map((code) => (code === anyCode ? '0' : '1')).join('')];
}

export const roundTo = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
