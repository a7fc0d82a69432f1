/**
 * Rows as files. Attackers write titles, and a spreadsheet runs a cell that begins like a formula, so such a cell gets
 * an apostrophe in front. https://owasp.org/www-community/attacks/CSV_Injection
 */

/** `text` is plain text: `toCsv` makes it safe for spreadsheets. */
export type ExportColumn<Row> = { id: string; header: string; text: (row: Row) => string };

const formulaStart = /^[\s\u00a0\ufeff]*[=+\-@\t\r]/u;
const plainNumber = /^-?\d+(\.\d+)?$/u;

function cell(text: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with a byte order mark so that spreadsheets read UTF-8. */
export function toCsv<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ header }) => cell(header)).join(',')];
  for (const row of rows) lines.push(columns.map((column) => cell(column.text(row))).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** The rows with all they hold, for programs. */
export function toJson<Row>(rows: readonly Row[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`;
}
