/** The answer of Graph's `runHuntingQuery` as a result table. Rows come as objects, types by their CLR names. */
import { decodeCell } from '@/lib/domain/hunting/cell';
import type { KqlType, ResultTable } from '@/lib/domain/hunting/result-table';
import { scalarTypes } from '@/lib/kql/catalogue/table-schema';
import type { HuntingResults } from '@/lib/wire/graph-security/hunting';

/** No complete list is published; unknown names are treated as `dynamic`, which keeps any value. */
const clrTypes: Record<string, KqlType> = {
  string: 'string',
  int64: 'long',
  int32: 'int',
  int16: 'int',
  double: 'real',
  single: 'real',
  sbyte: 'bool',
  boolean: 'bool',
  datetime: 'datetime',
  datetimeoffset: 'datetime',
  timespan: 'timespan',
  guid: 'guid',
  decimal: 'decimal',
  sqldecimal: 'decimal',
  object: 'dynamic',
};
const kqlNames = new Map<string, KqlType>(scalarTypes.map((type) => [type, type]));

/** `System.Int64`, `Int64` or `long` → `long`. */
export function kqlTypeOf(name: string): KqlType {
  const plain = name.replace(/^System\.(?:Data\.SqlTypes\.)?/u, '').toLowerCase();
  return clrTypes[plain] ?? kqlNames.get(plain) ?? 'dynamic';
}

/** `tookMs`: wall time of the call. Graph cuts at 100,000 rows or 50 MB without saying so in the answer. */
export function tableFromGraph(results: HuntingResults, tookMs: number): ResultTable {
  const columns = results.schema.map(({ name, type }) => ({ name, type: kqlTypeOf(type) }));
  const full = results.results.length >= 100_000;
  return {
    api: 'graph',
    columns,
    rows: results.results.map((row) => columns.map(({ name, type }) => decodeCell(row[name], type))),
    status: full ? 'partial' : 'complete',
    notice: full ? 'Advanced hunting returns at most 100,000 rows.' : null,
    render: null,
    tookMs,
  };
}
