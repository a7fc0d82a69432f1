/**
 * `geo_polygon_lookup` and `geo_line_lookup`: joins each place with the shapes it lies in or near. Every pair is tested;
 * the radius by which Kusto prunes the lookup changes nothing. https://learn.microsoft.com/kusto/query/geo-polygon-lookup-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { callOf, cellsOf, extendOf, groupOf, joinOf, namedOutput, projectOf, sharedOf, whereOf } from '../build-rows';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { apartFrom } from '../fresh-ids';
import { lowerRows } from '../rows';
import { pluginArguments } from './plugin-arguments';
import { isAtMost, keysOf, sameKeys } from './timeline';

const optionNames = ['radius', 'return_unmatched', 'lookup_area_radius', 'return_lookup_key'] as const;

type Lookup = {
  readonly right: Rows;
  readonly shape: Expr;
  readonly longitude: Expr;
  readonly latitude: Expr;
  readonly radius: Expr | undefined;
  readonly keepsUnmatched: boolean;
};

export function lowerGeoLookup(node: SyntaxNode, left: Rows, context: Context): Rows {
  const isLine = node.child('FunctionCall').child('Name').simpleName === 'geo_line_lookup';
  const lookup = readLookup(node, left, context);
  if (isLine && !lookup.radius) throw new Refusal('A lookup of lines without a radius', spanOf(node));
  const joined = lookup.keepsUnmatched ? withUnmatched(left, lookup, isLine, context) : matching(left, lookup, isLine);
  return shown(node, joined, left, lookup);
}

/** `(T, Shape, Longitude, Latitude [, radius] [, return_unmatched] [, lookup_area_radius] [, return_lookup_key])`. */
function readLookup(node: SyntaxNode, left: Rows, context: Context): Lookup {
  const { positional, named } = pluginArguments(node);
  const [table, shape, longitude, latitude, ...rest] = positional;
  if (!table || !shape || !longitude || !latitude || rest.length > optionNames.length)
    throw new Refusal('This form of lookup', spanOf(node));
  const right = apartFrom(lowerRows(table, context), left, context);
  const option = (name: (typeof optionNames)[number]): Expr | undefined => {
    const argument = named.get(name) ?? rest[optionNames.indexOf(name)];
    return argument && lowerExpr(argument, context);
  };
  const unmatched = option('return_unmatched');
  if (unmatched && unmatched.kind !== 'literal') throw new Refusal('This form of lookup', spanOf(node));
  return {
    right,
    shape: lowerExpr(shape, { ...context, scope: { columns: right.columns } }),
    longitude: lowerExpr(longitude, context),
    latitude: lowerExpr(latitude, context),
    radius: option('radius'),
    keepsUnmatched: unmatched?.value === true,
  };
}

function lies(longitude: Expr, latitude: Expr, { shape, radius }: Lookup, isLine: boolean): Expr {
  if (!radius) return callOf('geo_point_in_polygon', 'bool', longitude, latitude, shape);
  const distance = isLine ? 'geo_distance_point_to_line' : 'geo_distance_point_to_polygon';
  return isAtMost(callOf(distance, 'real', longitude, latitude, shape), radius);
}

function matching(left: Rows, lookup: Lookup, isLine: boolean): Rows {
  const pairs = joinOf('inner', left, lookup.right, []);
  return whereOf(pairs, lies(lookup.longitude, lookup.latitude, lookup, isLine));
}

/** Each different place is looked up once; then every row takes what its place has found, if anything. */
function withUnmatched(left: Rows, lookup: Lookup, isLine: boolean, context: Context): Rows {
  const placed = extendOf(left, [
    namedOutput(context, 'longitude', lookup.longitude),
    namedOutput(context, 'latitude', lookup.latitude),
  ]);
  const read = sharedOf(placed, context);
  const [all, again] = [read(), read()];
  const places = groupOf(again, keysOf(context, ...cellsOf(again, left.columns.length)), []);
  const [longitude, latitude] = cellsOf(places);
  if (!longitude || !latitude) throw new Error('a place has two coordinates');
  const found = whereOf(joinOf('inner', places, lookup.right, []), lies(longitude, latitude, lookup, isLine));
  const joined = joinOf('leftouter', all, found, sameKeys(cellsOf(all, left.columns.length), [longitude, latitude]));
  // The left side's columns come back under their own ids.
  const back = left.columns.map((column, index): Output => {
    const source = all.columns[index];
    if (!source) throw new Error('shared rows keep their columns');
    return { column, expr: columnExpr(source, left.span) };
  });
  const rest = lookup.right.columns.map((column): Output => ({ column, expr: columnExpr(column, left.span) }));
  return projectOf(joined, [...back, ...rest]);
}

/** The binder names the columns: all of both sides, or all but the shapes unless these are asked for. */
function shown(node: SyntaxNode, joined: Rows, left: Rows, { right, shape }: Lookup): Rows {
  const bound = boundColumns(node);
  const all = [...left.columns, ...right.columns];
  const shapeId = shape.kind === 'column' ? shape.column.id : '';
  const sources: readonly Column[] = bound.length === all.length ? all : all.filter((column) => column.id !== shapeId);
  if (bound.length !== sources.length) throw new Refusal('This form of lookup', spanOf(node));
  const outputs = sources.map(
    (source, index): Output => ({
      column: { ...source, name: bound[index]?.name ?? source.name },
      expr: columnExpr(source, spanOf(node)),
    }),
  );
  return projectOf(joined, outputs);
}
