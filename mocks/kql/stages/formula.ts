/**
 * Expressions that JavaScript evaluates: what of scan's conditions and assignments depends on its state. Everything else
 * has been computed by the database before (lower/expressions/formula.ts decides).
 */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';
import { knownFunctions } from '../functions/registry';
import { convert } from './formula-convert';
import { type Operator, operators } from './formula-operators';

/**
 * A value is text, boolean, number (real), bigint (long, int, datetime and timespan as ticks) or JSON (dynamic); null is
 * the null of its type, text has none.
 */
export type Formula =
  /** `text` as writeCell writes the type; null for null. */
  | { readonly kind: 'literal'; readonly text: string | null; readonly type: ScalarType }
  /** A cell of the row at hand. */
  | { readonly kind: 'cell'; readonly at: number; readonly type: ScalarType }
  /** A cell of the last row that matched a step. */
  | { readonly kind: 'state'; readonly step: number; readonly at: number; readonly type: ScalarType }
  | { readonly kind: 'convert'; readonly of: Formula; readonly type: ScalarType }
  | { readonly kind: 'operator'; readonly name: string; readonly args: readonly Formula[]; readonly type: ScalarType }
  /** A function written in JavaScript, by its key in the registry. */
  | { readonly kind: 'function'; readonly key: string; readonly args: readonly Formula[]; readonly type: ScalarType };

/** Rows by step as values, undefined for a step without one. */
export type FormulaState = readonly (readonly unknown[] | undefined)[];
export type Evaluate = (row: readonly unknown[], state: FormulaState) => unknown;

/** What a step without a row has in its columns. */
export type Emptiness = { readonly defaults: readonly unknown[] };

export function compileFormula(formula: Formula, empty: Emptiness): Evaluate {
  switch (formula.kind) {
    case 'literal': {
      const value = fromText(formula.text, formula.type);
      return () => value;
    }
    case 'cell':
      return (row) => row[formula.at];
    case 'state':
      return (_row, state) => (state[formula.step] ?? empty.defaults)[formula.at];
    case 'convert': {
      const of = compileFormula(formula.of, empty);
      const change = convert(formula.of.type, formula.type);
      return (row, state) => change(of(row, state));
    }
    case 'operator':
      return compileOperator(formula, empty);
    case 'function':
      return compileFunction(formula, empty);
  }
}

function compileOperator(formula: Extract<Formula, { kind: 'operator' }>, empty: Emptiness): Evaluate {
  const apply = operators[formula.name];
  if (!apply) throw new Error(`no operator ${formula.name} in a formula`);
  const args = formula.args.map((argument) => compileFormula(argument, empty));
  const [first, second] = args;
  if (first && second && args.length === 2) return (row, state) => apply(first(row, state), second(row, state));
  return (row, state) => apply(...args.map((argument) => argument(row, state)));
}

const byKey = new Map(knownFunctions.map((known) => [known.key, known.js]));

/** Rows declare their functions with the types their signature promises; lowering has converted the arguments to them. */
function callable(key: string): Operator | undefined {
  return byKey.get(key) as unknown as Operator | undefined;
}

function compileFunction(formula: Extract<Formula, { kind: 'function' }>, empty: Emptiness): Evaluate {
  const call = callable(formula.key);
  if (!call) throw new Error(`no function ${formula.key} in a formula`);
  const args = formula.args.map((argument) => ({ evaluate: compileFormula(argument, empty), type: argument.type }));
  return (row, state) =>
    fromFunction(call(...args.map(({ evaluate, type }) => toFunction(evaluate(row, state), type))), formula.type);
}

const isWhole = (type: ScalarType): boolean => type === 'long' || type === 'int';

/** Functions take whole numbers as number while they are safe. */
const toFunction = (value: unknown, type: ScalarType): unknown =>
  typeof value === 'bigint' && isWhole(type) && Number.isSafeInteger(Number(value)) ? Number(value) : value;

function fromFunction(value: unknown, type: ScalarType): unknown {
  if (value === null || value === undefined) return type === 'string' ? '' : null;
  if (typeof value === 'number' && (isWhole(type) || type === 'datetime' || type === 'timespan')) {
    return Number.isFinite(value) ? BigInt(Math.trunc(value)) : null;
  }
  return value;
}

/** A literal, or a dynamic cell that travelled as text, as a value. */
export function fromText(text: string | null, type: ScalarType): unknown {
  if (text === null) return type === 'string' ? '' : null;
  switch (type) {
    case 'long':
    case 'int':
    case 'datetime':
    case 'timespan':
      return BigInt(text);
    case 'real':
    case 'decimal':
      return text === 'nan' ? Number.NaN : Number(text.replace(/^(-?)inf$/, '$1Infinity'));
    case 'bool':
      return text === 'true';
    case 'dynamic':
      return JSON.parse(text) as unknown;
    default:
      return text;
  }
}
