/** `schema_merge`: several tables' columns as those of one. https://learn.microsoft.com/kusto/query/schema-merge-plugin */
import { QueryFault } from '../functions/js/query-fault';
import { defineStage } from './stage';

/** The input's columns are a column's name, its place and its type. */
export type SchemaMergeSettings = { readonly preservesOrder: boolean };

type Merged = { readonly name: string; readonly first: number; last: number; isMoved: boolean; type: string };

const netTypes: Readonly<Record<string, string>> = {
  bool: 'System.SByte',
  datetime: 'System.DateTime',
  decimal: 'System.Data.SqlTypes.SqlDecimal',
  dynamic: 'System.Object',
  guid: 'System.Guid',
  int: 'System.Int32',
  long: 'System.Int64',
  real: 'System.Double',
  string: 'System.String',
  timespan: 'System.TimeSpan',
};

/** Numbers of several types are those of the widest. */
const widths = ['int', 'long', 'real'];

export const schemaMerge = defineStage<SchemaMergeSettings>('schema_merge', (input, { settings, output }) => {
  const byName = new Map<string, Merged>();
  for (const row of input.rows) {
    const [name, place, type] = [String(row[0]), Number(row[1]), String(row[2])];
    const found = byName.get(name);
    if (!found) byName.set(name, { name, first: place, last: place, isMoved: false, type });
    else {
      found.type = common(found.type, type, name);
      found.isMoved ||= found.first !== place;
      found.last = Math.max(found.last, place);
    }
  }
  const isMoved = (column: Merged) => settings.preservesOrder && column.isMoved;
  const columns = [...byName.values()].sort((a, b) => a.last - b.last);
  const kept = columns.filter((column) => !isMoved(column));
  const rows = [
    ...kept.map(({ name, type }, place) => [name, place, netTypes[type] ?? 'System.Object', type]),
    ...columns.filter(isMoved).map(({ name }) => [name, -1, `ERROR(unknown CSL type:${outOfOrder})`, outOfOrder]),
  ];
  return { columns: output, rows };
});

/** What Kusto writes instead of a type. */
const outOfOrder = 'ERROR(columns are out of order)';

function common(a: string, b: string, column: string): string {
  if (a === b) return a;
  const [wide, other] = [widths.indexOf(a), widths.indexOf(b)];
  const type = wide >= 0 && other >= 0 ? widths[Math.max(wide, other)] : undefined;
  if (!type) throw new QueryFault('SEM0500', `schema_merge(): the column '${column}' is both ${a} and ${b}.`);
  return type;
}
