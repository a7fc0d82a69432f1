/** The columns of bag_unpack(): a column per key, typed by the key's values. https://learn.microsoft.com/kusto/query/bag-unpack-plugin */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows, ScalarType } from '../ir';
import { type Context, spanOf } from '../lower/context';
import { type BagUnpack, readBagUnpack } from '../lower/plugins/bag-unpack';
import { SemanticError } from '../refusal';
import { type Ask, type Discovered, single } from './discovered';

export async function bagColumns(plugin: SyntaxNode, input: Rows, context: Context, ask: Ask): Promise<Discovered> {
  const unpack = readBagUnpack(plugin, context);
  const keys = await ask(
    single(input, unpack.bag, context),
    (inner, id) =>
      `SELECT e.key AS k, string_agg(DISTINCT k_gettype(nullif(CAST(e.value AS VARCHAR), 'null')), ',')
     FROM (SELECT unnest(map_entries(from_json(${id}, '"MAP(VARCHAR, JSON)"'))) AS e FROM (${inner}) WHERE starts_with(${id}, '{'))
     GROUP BY k ORDER BY k`,
  );
  const unpacked = keys
    .filter(([key = '']) => !unpack.ignored.has(key) && unpack.prefix + key !== '')
    .map(([key = '', types = '']) => ({ name: unpack.prefix + key, type: typeOf(types) }));
  return arranged(input, unpack, unpacked, plugin);
}

const jsonTypes: Readonly<Record<string, ScalarType>> = {
  string: 'string',
  long: 'long',
  double: 'real',
  bool: 'bool',
};

/** Values of one kind give its type, values of several stay dynamic. */
function typeOf(kinds: string): ScalarType {
  const [only, ...more] = new Set(kinds.split(',').filter((kind) => kind !== 'null'));
  return only && more.length === 0 ? (jsonTypes[only] ?? 'dynamic') : 'dynamic';
}

/** A key named like the unpacked column takes its place; like another column, what columnsConflict says. */
function arranged(
  input: Rows,
  { bag, conflict }: BagUnpack,
  unpacked: Discovered['columns'],
  plugin: SyntaxNode,
): Discovered {
  const byName = new Map(unpacked.map((column) => [column.name, column]));
  const bagId = bag.kind === 'column' ? bag.column.id : '';
  const dropped: string[] = [];
  const kept = input.columns.flatMap((column) => {
    const clash = byName.get(column.name);
    if (column.id === bagId) return clash ? [clash] : [];
    if (!clash || conflict === 'keep_source') return [{ name: column.name, type: column.type }];
    if (conflict === 'error') {
      throw new SemanticError(
        'SEM0500',
        `bag_unpack(): the column '${column.name}' exists already; see columnsConflict.`,
        spanOf(plugin),
      );
    }
    dropped.push(column.name);
    return [clash];
  });
  const names = new Set(kept.map((column) => column.name));
  return { columns: [...kept, ...unpacked.filter((column) => !names.has(column.name))], dropped };
}
