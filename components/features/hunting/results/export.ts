/** A result as a file. Spreadsheets run text that begins like a formula, and an attacker chose that text. */
import type { Cell, ResultTable } from '@/lib/domain/hunting/result-table';
import { exactText } from './cell-text';

type Exported = Pick<ResultTable, 'columns' | 'rows'>;

/** https://owasp.org/www-community/attacks/CSV_Injection */
const formulaStart = /^[=+\-@\t\r\n]/u;

/** Numbers are safe as they are, and a quote before them would make them text; everything else gets one. */
export function csvField(value: Cell): string {
  const text = exactText(value);
  const safe = typeof value !== 'number' && formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}

/** RFC 4180 with a byte order mark, without which Excel reads UTF-8 as something else. */
export function toCsv({ columns, rows }: Exported): string {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(csvField).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

export function toJson({ columns, rows }: Exported): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])));
  return `${JSON.stringify(objects, null, 2)}\n`;
}

/** Rows for the clipboard, as a spreadsheet pastes them: tabs between cells, and neither tabs nor line ends inside. */
export function toTabbed({ columns, rows }: Exported, withHeader: boolean): string {
  const field = (value: Cell) => csvField(exactText(value).replace(/[\t\r\n]+/gu, ' ')).replace(/^"|"$/gu, '');
  const lines = rows.map((row) => row.map(field).join('\t'));
  return [...(withHeader ? [columns.map(({ name }) => name).join('\t')] : []), ...lines].join('\n');
}

export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
