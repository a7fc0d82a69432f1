/**
 * `invoke FileProfile(SHA1, 1000)`: what Microsoft knows of the first so many files; the rest comes back without.
 * https://learn.microsoft.com/defender-xdr/advanced-hunting-fileprofile-function
 */
import { enrichments } from '@/lib/kql/catalogue/enrichment';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { parseDatetime } from '../../datetime-text';
import type { FileProfile } from '../../environment/environment';
import type { Column, Expr, LiteralValue, Output, Rows, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { type Context, columnExpr, freshColumn, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { lowerExpr } from '../expressions/expression';
import { columnsOf } from '../expressions/outputs';
import { refreshed } from '../refreshed';
import { enriched, keyColumn, lowered } from './enrich';
import { literalRows } from './literal-rows';

const usualCount = 100n;
const mostCount = 1000n;
const availability = 'ProfileAvailability';
const columns = enrichments.FileProfile?.adds ?? [];

export function lowerFileProfile(operator: SyntaxNode, input: Rows, context: Context): Rows {
  const called = operator.child('Function');
  const span = spanOf(called);
  context.query.nextId += 1;
  const shared: Rows = {
    op: 'shared',
    name: `shared_${context.query.nextId}`,
    input,
    columns: input.columns.map((column) => freshColumn(context, column.name, column.type)),
    span,
  };
  const again = refreshed(shared, context);
  const key = keyColumn(called, 'SHA1', shared);
  const files = firstFiles(again, keyColumn(called, 'SHA1', again), countOf(called, context), span, context);
  return enriched(operator, shared, lowered(key, span), withProfiles(files, span, context), context);
}

function countOf(called: SyntaxNode, context: Context): bigint {
  const given = argumentsOf(called)[1];
  if (!given) return usualCount;
  const value = lowerExpr(given, context);
  if (value.kind !== 'literal' || typeof value.value !== 'bigint')
    throw new Refusal('A number of files that is not a constant', spanOf(given));
  return value.value < 1n || value.value > mostCount ? mostCount : value.value;
}

const call = (name: string, args: readonly Expr[], type: Expr['type'], span: Span): Expr => ({
  kind: 'call',
  name,
  args,
  type,
  span,
});
const text = (value: string, span: Span): Expr => ({ kind: 'literal', type: 'string', value, span });
const whole = (value: bigint, span: Span): Expr => ({ kind: 'literal', type: 'long', value, span });

/** The file hashes among the rows, each once, in their order, no more than asked for. */
function firstFiles(rows: Rows, column: Column, count: bigint, span: Span, context: Context): Rows {
  const hash = freshColumn(context, 'hash', 'string');
  const outputs: Output[] = [{ column: hash, expr: lowered(column, span) }];
  const hashes: Rows = { op: 'project', input: rows, outputs, columns: [hash], span };
  const isHash = call(
    'matches regex',
    [columnExpr(hash, span), text('^([0-9a-f]{40}|[0-9a-f]{64})$', span)],
    'bool',
    span,
  );
  const valid: Rows = { op: 'where', input: hashes, condition: isHash, columns: [hash], span };
  const once = freshColumn(context, 'hash', 'string');
  const keys: Output[] = [{ column: once, expr: columnExpr(hash, span) }];
  const distinct: Rows = { op: 'summarize', input: valid, keys, aggregates: [], columns: [once], span };
  const order = [{ expr: columnExpr(once, span), descending: false, nullsFirst: true }];
  const sorted: Rows = { op: 'sort', input: distinct, keys: order, columns: [once], span };
  return { op: 'take', input: sorted, count: whole(count, span), columns: [once], span };
}

/** Each of these files with its profile, and whether there is one. */
function withProfiles(files: Rows, span: Span, context: Context): Rows {
  const [hash] = files.columns;
  if (!hash) throw new Refusal('FileProfile() without files', span);
  const profiles = context.query.environment.fileProfiles.flatMap((profile) => [
    [profile.SHA1.toLowerCase(), ...cellsOf(profile)],
    [profile.SHA256.toLowerCase(), ...cellsOf(profile)],
  ]);
  const known = literalRows([{ name: 'key', type: 'string' }, ...columns], profiles, span, context);
  const [key, ...about] = known.columns;
  if (!key) throw new Refusal('FileProfile() without profiles', span);
  const outputs: Output[] = [
    { column: freshColumn(context, 'hash', 'string'), expr: columnExpr(hash, span) },
    ...about.map(
      (column): Output => ({
        column: freshColumn(context, column.name, column.type),
        expr: columnExpr(column, span),
      }),
    ),
  ];
  const on = [{ left: columnExpr(hash, span), right: columnExpr(key, span) }];
  const joined: Rows = {
    op: 'join',
    kind: 'leftouter',
    left: files,
    right: known,
    on,
    outputs,
    columns: columnsOf(outputs),
    span,
  };
  return sayingMissing(joined, span, context);
}

function sayingMissing(joined: Rows, span: Span, context: Context): Rows {
  const outputs = joined.columns.map((column): Output => {
    const own = columnExpr(column, span);
    if (column.name !== availability) return { column, expr: own };
    const isMissing = call('isempty', [own], 'bool', span);
    const expr = call('iff', [isMissing, text('Missing', span), own], 'string', span);
    return { column: freshColumn(context, column.name, 'string'), expr };
  });
  return { op: 'project', input: joined, outputs, columns: columnsOf(outputs), span };
}

function cellsOf(profile: FileProfile): LiteralValue[] {
  const values: Readonly<Record<string, unknown>> = { ...profile, [availability]: 'Available' };
  return columns.map(({ name, type }): LiteralValue => {
    const value = values[name];
    if (type === 'int') return BigInt(Number(value));
    if (type === 'datetime') return parseDatetime(String(value));
    if (type === 'bool') return typeof value === 'boolean' ? value : null;
    return String(value ?? '');
  });
}
