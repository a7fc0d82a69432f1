/** The only places where text of a query becomes SQL text. */
import { decimalOfText } from '../functions/js/decimal';
import type { LiteralValue, ScalarType } from '../ir';

export const quoteId = (id: string): string => `"${id.replaceAll('"', '""')}"`;

/** NUL ends a string for DuckDB's parser, so it is left out. */
export const quoteText = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;

export const sqlTypes: Readonly<Record<ScalarType, string>> = {
  string: 'VARCHAR',
  dynamic: 'VARCHAR',
  guid: 'VARCHAR',
  long: 'BIGINT',
  int: 'BIGINT',
  datetime: 'BIGINT',
  timespan: 'BIGINT',
  real: 'DOUBLE',
  decimal: 'VARCHAR',
  bool: 'BOOLEAN',
};

export function literal(value: LiteralValue, type: ScalarType): string {
  if (value === null) return type === 'string' ? "''" : `CAST(NULL AS ${sqlTypes[type]})`;
  if (type === 'decimal') return quoteText(decimalOfText(String(value)) ?? '0');
  if (typeof value === 'string') return quoteText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'bigint') return value < 0n ? `(CAST('${value}' AS BIGINT))` : `CAST(${value} AS BIGINT)`;
  if (Number.isFinite(value)) return `CAST('${value}' AS DOUBLE)`;
  return `CAST('${Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'}' AS DOUBLE)`;
}
