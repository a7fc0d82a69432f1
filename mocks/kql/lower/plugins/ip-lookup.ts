/**
 * `ipv4_lookup` and `ipv6_lookup`: joins each address with the networks it lies in, and where further keys are named,
 * with those of the same keys. https://learn.microsoft.com/kusto/query/ipv4-lookup-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { callOf, extendOf, groupOf, joinOf, namedOutput, sharedOf, whereOf } from '../build-rows';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf } from '../expressions/outputs';
import { apartFrom } from '../fresh-ids';
import { isLastStep } from '../last-step';
import { lowerRows } from '../rows';
import { pluginArguments } from './plugin-arguments';
import { isAtMost, keysOf, sameKeys } from './timeline';

type Family = {
  readonly type: 'long' | 'string';
  readonly address: string;
  readonly first: string;
  readonly last: string;
};

/** IPv6 addresses as text of 39 digits and colons, which sorts as the numbers do. */
const families: Readonly<Record<string, Family>> = {
  ipv4_lookup: { type: 'long', address: 'parse_ipv4', first: 'parse_ipv4', last: 'ipv4#last' },
  ipv6_lookup: { type: 'string', address: 'parse_ipv6', first: 'parse_ipv6', last: 'ipv6#last' },
};

type Lookup = {
  readonly address: SyntaxNode;
  readonly network: SyntaxNode;
  readonly right: Rows;
  /** Columns of the same names on both sides. */
  readonly keys: readonly { readonly left: Expr; readonly right: Expr }[];
  readonly keepsUnmatched: boolean;
};

export function lowerIpLookup(node: SyntaxNode, left: Rows, context: Context): Rows {
  const name = node.child('FunctionCall').child('Name').simpleName;
  const family = families[name];
  if (!family) throw new Refusal(`The plugin ${name}`, spanOf(node));
  const lookup = readLookup(node, left, context);
  const networks = networksOf(lookup, family, context);
  const joined = lookup.keepsUnmatched
    ? withUnmatched(left, lookup, networks, family, context)
    : matching(left, lookup, networks, family, context);
  const columns = outputColumns(node, left, lookup);
  const outputs = columns.map(
    ({ source, shown }): Output => ({ column: shown, expr: columnExpr(source, spanOf(node)) }),
  );
  return { op: 'project', input: joined, outputs, columns: columnsOf(outputs), span: spanOf(node) };
}

/** `(T, Address, Network [, Key…] [, return_unmatched])`. */
function readLookup(node: SyntaxNode, left: Rows, context: Context): Lookup {
  const { positional, named } = pluginArguments(node);
  const [table, address, network, ...rest] = positional;
  if (!table || !address || !network) throw new Refusal('This form of lookup', spanOf(node));
  const right = apartFrom(lowerRows(table, context), left, context);
  const keyNodes = rest.filter((argument) => argument.symbol?.kind === 'Column');
  const [flag, ...more] = [
    ...rest.filter((argument) => !keyNodes.includes(argument)),
    named.get('return_unmatched'),
  ].filter((argument) => argument !== undefined);
  const unmatched = flag && lowerExpr(flag, context);
  if (more.length > 0 || (unmatched && unmatched.kind !== 'literal'))
    throw new Refusal('This form of lookup', spanOf(node));
  return {
    address,
    network,
    right,
    keys: keyNodes.map((key) => ({
      left: lowerExpr(key, context),
      right: lowerExpr(key, { ...context, scope: { columns: right.columns } }),
    })),
    keepsUnmatched: unmatched?.value === true,
  };
}

/** The lookup table with the first and the last address of each network as its last columns. */
function networksOf({ right, network }: Lookup, family: Family, context: Context): Rows {
  const text = lowerExpr(network, { ...context, scope: { columns: right.columns } });
  return extendOf(right, [
    namedOutput(context, 'first', callOf(family.first, family.type, text)),
    namedOutput(context, 'last', callOf(family.last, family.type, text)),
  ]);
}

const lies = (address: Expr, networks: Rows): Expr[] => {
  const [first, last] = networks.columns.slice(-2).map((column) => columnExpr(column, networks.span));
  if (!first || !last) throw new Error('a network has two ends');
  // Text is never null: what is no network has the empty text as both of its ends.
  const isNetwork = first.type === 'string' ? [callOf('isnotempty', 'bool', first)] : [];
  return [...isNetwork, isAtMost(first, address), isAtMost(address, last)];
};

function matching(left: Rows, lookup: Lookup, networks: Rows, family: Family, context: Context): Rows {
  const address = namedOutput(context, 'address', addressOf(lookup, family, context));
  const pairs = joinOf('inner', extendOf(left, [address]), networks, lookup.keys);
  return whereOf(pairs, ...lies(columnExpr(address.column, left.span), networks));
}

const addressOf = (lookup: Lookup, family: Family, context: Context): Expr =>
  callOf(family.address, family.type, lowerExpr(lookup.address, context));

/** Each different address is looked up once; then every row takes what its address has found, if anything. */
function withUnmatched(left: Rows, lookup: Lookup, networks: Rows, family: Family, context: Context): Rows {
  const address = namedOutput(context, 'address', addressOf(lookup, family, context));
  const own = lookup.keys.map((key) => namedOutput(context, 'key', key.left));
  const addressed = extendOf(left, [address, ...own]);
  const read = sharedOf(addressed, context);
  const [all, again] = [read(), read()];
  const asked = again.columns.slice(left.columns.length).map((column) => columnExpr(column, left.span));
  const distinct = groupOf(again, keysOf(context, ...asked), []);
  const [wanted, ...wantedKeys] = distinct.columns.map((column) => columnExpr(column, left.span));
  if (!wanted) throw new Error('an address is looked up');
  const on = sameKeys(
    wantedKeys,
    lookup.keys.map((key) => key.right),
  );
  const found = whereOf(joinOf('inner', distinct, networks, on), ...lies(wanted, networks));
  const mine = all.columns.slice(left.columns.length).map((column) => columnExpr(column, left.span));
  const joined = joinOf('leftouter', all, found, sameKeys(mine, [wanted, ...wantedKeys]));
  // The left side's columns come back under their own ids.
  const back = left.columns.map((column, index): Output => {
    const source = all.columns[index];
    if (!source) throw new Error('shared rows keep their columns');
    return { column, expr: columnExpr(source, left.span) };
  });
  const rest = lookup.right.columns.map((column): Output => ({ column, expr: columnExpr(column, left.span) }));
  return {
    op: 'project',
    input: joined,
    outputs: [...back, ...rest],
    columns: columnsOf([...back, ...rest]),
    span: left.span,
  };
}

type Shown = { readonly source: Column; readonly shown: Column };

/** The input's columns and the lookup table's, without the further keys; the binder has their names. */
function outputColumns(node: SyntaxNode, left: Rows, lookup: Lookup): Shown[] {
  const keyIds = new Set(lookup.keys.map(({ right }) => (right.kind === 'column' ? right.column.id : '')));
  const sources = [...left.columns, ...lookup.right.columns.filter((column) => !keyIds.has(column.id))];
  const bound = boundColumns(node);
  if (bound.length !== sources.length) throw new Refusal('This form of lookup', spanOf(node));
  const columns = sources.map(
    (source, index): Shown => ({
      source,
      shown: { ...source, name: bound[index]?.name ?? source.name },
    }),
  );
  const isV6 = node.child('FunctionCall').child('Name').simpleName === 'ipv6_lookup';
  if (!isV6 || !isLastStep(node)) return columns;
  // Kusto's result of ipv6_lookup begins with the lookup table's columns, although its binder ends with them.
  return [...columns.slice(left.columns.length), ...columns.slice(0, left.columns.length)];
}
