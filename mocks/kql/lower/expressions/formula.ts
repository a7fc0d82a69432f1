/**
 * Splits an expression of scan: what reads only the row at hand is left to the database, as one more column; what reads
 * the state of a step becomes a formula. An operation that formulas do not have is refused.
 */

import type { ArgType } from '../../functions/function-row';
import { findFunction } from '../../functions/registry';
import type { Expr, ScalarType } from '../../ir';
import { Refusal } from '../../refusal';
import { commonType } from '../../sql/common-type';
import { writeCell } from '../../stages/cells';
import type { Formula } from '../../stages/formula';

export type FormulaScope = {
  /** The step and place of a state column, undefined for columns of the row. */
  readonly state: (columnId: string) => { readonly step: number; readonly at: number } | undefined;
  /** Has the database compute an expression; gives its place in the row. */
  readonly computed: (expr: Expr) => number;
};

export function toFormula(expr: Expr, scope: FormulaScope): Formula {
  if (expr.type === 'decimal') throw new Refusal('A decimal in the state of scan', expr.span);
  if (expr.kind === 'literal') return { kind: 'literal', text: literalText(expr), type: expr.type };
  if (!readsState(expr, scope)) return { kind: 'cell', at: scope.computed(expr), type: expr.type };
  if (expr.kind === 'column') {
    const place = scope.state(expr.column.id);
    if (!place) throw new Error(`The column ${expr.column.id} is no state`);
    return { kind: 'state', ...place, type: expr.type };
  }
  if (expr.kind !== 'call') throw new Refusal('This expression over the state of scan', expr.span);
  return toCall(expr, scope);
}

const literalText = (expr: Extract<Expr, { kind: 'literal' }>): string | null =>
  expr.value === null ? null : writeCell(expr.value, expr.type, true);

function readsState(expr: Expr, scope: FormulaScope): boolean {
  switch (expr.kind) {
    case 'column':
      return scope.state(expr.column.id) !== undefined;
    case 'call':
    case 'aggregate':
    case 'window':
      return expr.args.some((argument) => readsState(argument, scope));
    case 'in-rows':
      return readsState(expr.subject, scope);
    default:
      return false;
  }
}

type Call = Extract<Expr, { kind: 'call' }>;

export const asType = (of: Formula, type: ScalarType): Formula =>
  of.type === type ? of : { kind: 'convert', of, type };

const operator = (name: string, args: readonly Formula[], type: ScalarType): Formula => ({
  kind: 'operator',
  name,
  args,
  type,
});

const not = (of: Formula): Formula => operator('not', [of], 'bool');

function toCall(expr: Call, scope: FormulaScope): Formula {
  const args = expr.args.map((argument) => toFormula(argument, scope));
  const form = forms[expr.name.replace(/^!(?!=)/, '')];
  const made = form?.(args, expr);
  if (made) return expr.name.startsWith('!') && expr.name !== '!=' ? not(made) : made;
  return toFunction(expr, args);
}

type Form = (args: readonly Formula[], expr: Call) => Formula | undefined;

const isTime = (type: ScalarType): boolean => type === 'datetime' || type === 'timespan';
const isWhole = (type: ScalarType): boolean => type === 'long' || type === 'int';

const all =
  (name: string, type: ScalarType): Form =>
  (args) =>
    operator(
      name,
      args.map((argument) => asType(argument, type)),
      type,
    );

const compared = (name: string, a: Formula, b: Formula): Formula => {
  const type = commonType(a.type, b.type);
  return operator(name, [asType(a, type), asType(b, type)], 'bool');
};

const comparison =
  (name: string): Form =>
  ([a, b]) =>
    a && b && compared(name, a, b);

const textTest =
  (name: string): Form =>
  (args) =>
    operator(
      name,
      args.map((argument) => asType(argument, 'string')),
      'bool',
    );

const folded = (of: Formula): Formula => operator('tolower', [asType(of, 'string')], 'string');

/** As sql/arithmetic.ts: whole numbers stay whole, times are ticks. */
function arithmetic(name: string): Form {
  return ([a, b], expr) => {
    if (!a || !b || a.type === 'dynamic' || b.type === 'dynamic') return undefined;
    const both = (type: ScalarType): Formula[] => [asType(a, type), asType(b, type)];
    if (name === '+' || name === '-') {
      if (isTime(expr.type)) {
        const ticks = [a, b].map((side) => (isTime(side.type) ? side : asType(side, 'long')));
        return operator(`${name} ${expr.type === 'datetime' ? 'datetime' : 'whole'}`, ticks, expr.type);
      }
    } else if (isTime(a.type) || isTime(b.type)) {
      return timeScaling(name, a, b, expr);
    }
    const isWholeCall = isWhole(expr.type) && isWhole(a.type) && isWhole(b.type);
    return asType(
      operator(
        `${name} ${isWholeCall ? 'whole' : 'real'}`,
        both(isWholeCall ? 'long' : 'real'),
        isWholeCall ? 'long' : 'real',
      ),
      expr.type,
    );
  };
}

function timeScaling(name: string, a: Formula, b: Formula, expr: Call): Formula | undefined {
  const numbers = [asType(a, 'real'), asType(b, 'real')];
  if (name === '*' && expr.type === 'timespan') {
    return operator('round real', [operator('* real', numbers, 'real')], 'timespan');
  }
  if (name === '/' && expr.type === 'real') return operator('/ real', numbers, 'real');
  if (name === '%' && isTime(a.type) && isTime(b.type)) return operator('% whole', [a, b], expr.type);
  return undefined;
}

/** Conditions stand at even places, the values between them and last are of the result's type. */
const choice: Form = (args, expr) =>
  operator(
    'iff',
    args.map((argument, at) => asType(argument, at % 2 === 0 && at < args.length - 1 ? 'bool' : expr.type)),
    expr.type,
  );

const between: Form = ([subject, low, high]) => {
  if (!subject || !low || !high) return undefined;
  const end =
    subject.type === 'datetime' && high.type === 'timespan' ? operator('+ datetime', [low, high], 'datetime') : high;
  return operator('and', [compared('>=', subject, low), compared('<=', subject, end)], 'bool');
};

const membership =
  (ignoreCase: boolean): Form =>
  ([subject, ...members]) => {
    if (!subject || members.some((candidate) => candidate.type === 'dynamic')) return undefined;
    const tests = members.map((candidate) =>
      ignoreCase ? compared('==', folded(subject), folded(candidate)) : compared('==', subject, candidate),
    );
    const found = operator('or', tests, 'bool');
    return operator('iff', [found, literal(true), literal(false)], 'bool');
  };

const literal = (value: boolean): Formula => ({ kind: 'literal', text: String(value), type: 'bool' });

const sameType =
  (name: string): Form =>
  (args, expr) =>
    operator(
      name,
      args.map((argument) => asType(argument, expr.type)),
      expr.type,
    );

const conversion: Form = ([value], expr) => value && asType(value, expr.type);

const forms: Readonly<Record<string, Form>> = {
  and: all('and', 'bool'),
  or: all('or', 'bool'),
  not: all('not', 'bool'),
  '==': comparison('=='),
  '!=': comparison('!='),
  '<>': comparison('!='),
  '<': comparison('<'),
  '<=': comparison('<='),
  '>': comparison('>'),
  '>=': comparison('>='),
  '=~': ([a, b]) => a && b && compared('==', folded(a), folded(b)),
  '~': ([a, b]) => a && b && compared('==', folded(a), folded(b)),
  '+': arithmetic('+'),
  '-': arithmetic('-'),
  '*': arithmetic('*'),
  '/': arithmetic('/'),
  '%': arithmetic('%'),
  between,
  in: membership(false),
  'in~': membership(true),
  iff: choice,
  case: choice,
  coalesce: sameType('coalesce'),
  max_of: sameType('max_of'),
  min_of: sameType('min_of'),
  negate: sameType('negate'),
  abs: sameType('abs'),
  isnull: ([value]) => value && (value.type === 'string' ? literal(false) : operator('isnull', [value], 'bool')),
  isnotnull: ([value]) => value && (value.type === 'string' ? literal(true) : operator('isnotnull', [value], 'bool')),
  isempty: ([value]) => value && operator('isempty', [value], 'bool'),
  isnotempty: ([value]) => value && operator('isnotempty', [value], 'bool'),
  notempty: ([value]) => value && operator('isnotempty', [value], 'bool'),
  strcat: (args) =>
    operator(
      'strcat',
      args.map((argument) => asType(argument, 'string')),
      'string',
    ),
  strlen: ([value]) => value && operator('strlen', [asType(value, 'string')], 'long'),
  tolower: ([value]) => value && folded(value),
  toupper: ([value]) => value && operator('toupper', [asType(value, 'string')], 'string'),
  bin: ([value, size], expr) =>
    value && size && isTime(value.type) && size.type === 'timespan'
      ? operator('bin whole', [value, size], expr.type)
      : undefined,
  '.': (args) => operator('.', args, 'dynamic'),
  '[]': ([value, key]) => (value && key && isWhole(key.type) ? operator('.', [value, key], 'dynamic') : undefined),
  array_length: ([value]) => value && operator('array_length', [value], 'long'),
  pack_array: (args) =>
    operator(
      'pack_array',
      args.map((argument) => asType(argument, 'dynamic')),
      'dynamic',
    ),
  tostring: conversion,
  tolong: conversion,
  todouble: conversion,
  toreal: conversion,
  tobool: conversion,
  todatetime: conversion,
  totimespan: conversion,
  todynamic: ([value]) => (value?.type === 'string' ? undefined : value && asType(value, 'dynamic')),
  ...Object.fromEntries(
    ['contains', 'startswith', 'endswith', 'has'].flatMap((name) => [
      [name, textTest(name)],
      [`${name}_cs`, textTest(`${name}_cs`)],
    ]),
  ),
};

/** Functions that are written in JavaScript run as they are, on the types of their signature. */
function toFunction(expr: Call, args: readonly Formula[]): Formula {
  const known = findFunction(
    expr.name,
    args.map((argument) => argument.type),
  );
  if (!known?.js) throw new Refusal(`${expr.name} over the state of scan`, expr.span);
  const typed = args.map((argument, at) => toArgument(argument, known.args[at] ?? known.rest ?? 'any', expr));
  const returns = resultOf(known.returns, expr.type);
  return asType({ kind: 'function', key: known.key, args: typed, type: returns }, expr.type);
}

const resultOf = (returns: string, bound: ScalarType): ScalarType =>
  returns === 'result' || returns === 'number' || returns === 'first'
    ? bound
    : returns === 'json'
      ? 'dynamic'
      : (returns as ScalarType);

function toArgument(argument: Formula, wanted: ArgType, expr: Call): Formula {
  if (wanted === 'any' || wanted === 'number') return argument;
  if (wanted === 'json') return asType(argument, 'dynamic');
  if (wanted === 'regex') return asType(argument, 'string');
  return asType(argument, wanted === 'result' ? expr.type : wanted);
}
