/** A `$filter` made runnable over records. Properties that Microsoft doesn't document as filterable are refused. */
import {
  type Comparison,
  type FilterNode,
  type Literal,
  parseFilter,
} from '@/mocks/handlers/manners/odata/filter-parser';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { Range } from '@/mocks/store/listing-order';

type Scalar<Row, Value> = {
  read: (row: Row) => Value | null | undefined;
  /** A test of the field as a test of the row, where that is quicker than reading every row (odata/listed-fields.ts). */
  tested?: (test: (value: Value | null | undefined) => boolean) => Test<Row>;
};

export type FilterField<Row> =
  | ({ type: 'text' | 'enum' | 'time' } & Scalar<Row, string>)
  | ({ type: 'number' } & Scalar<Row, number>)
  | { type: 'flag'; read: (row: Row) => boolean }
  /** A collection for `any`: the values at each inner path. */
  | { type: 'collection'; read: (row: Row, innerPath: string) => readonly (string | null | undefined)[] | undefined };

export type FilterFields<Row> = Readonly<Record<string, FilterField<Row>>>;
type Test<Row> = (row: Row) => boolean;

const bad = (message: string): Refusal => new Refusal(400, 'BadRequest', message);

function ordered(operator: Comparison, difference: number): boolean {
  switch (operator) {
    case 'eq':
      return difference === 0;
    case 'ne':
      return difference !== 0;
    case 'gt':
      return difference > 0;
    case 'ge':
      return difference >= 0;
    case 'lt':
      return difference < 0;
    case 'le':
      return difference <= 0;
  }
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function fieldAt<Row>(fields: FilterFields<Row>, path: string): FilterField<Row> {
  const name = Object.keys(fields).find((candidate) => candidate.toLowerCase() === path.toLowerCase());
  const field = name === undefined ? undefined : fields[name];
  if (!field) throw bad(`Filtering on property '${path}' is not supported.`);
  return field;
}

function tested<Row, Value>(field: Scalar<Row, Value>, test: (value: Value | null | undefined) => boolean): Test<Row> {
  const { read } = field;
  return field.tested?.(test) ?? ((row) => test(read(row)));
}

const isNull = (literal: Literal): boolean => literal.kind === 'word' && literal.value.toLowerCase() === 'null';

function textOf(literal: Literal, path: string): string {
  if (literal.kind === 'text') return literal.value;
  throw bad(`A binary operator with incompatible types was detected at '${path}': expected a text in single quotes.`);
}

function flagTest<Row>(read: (row: Row) => boolean, path: string, operator: Comparison, literal: Literal): Test<Row> {
  const word = literal.kind === 'word' ? literal.value.toLowerCase() : '';
  if (word !== 'true' && word !== 'false')
    throw bad(`A binary operator with incompatible types was detected at '${path}': expected Edm.Boolean.`);
  if (operator !== 'eq' && operator !== 'ne')
    throw bad(`Operator '${operator}' is not supported for property '${path}'.`);
  const wanted = (word === 'true') === (operator === 'eq');
  return (row) => read(row) === wanted;
}

function compareTest<Row>(field: FilterField<Row>, path: string, operator: Comparison, literal: Literal): Test<Row> {
  if (isNull(literal)) {
    if (operator !== 'eq' && operator !== 'ne') throw bad(`Operator '${operator}' does not take null.`);
    if (field.type === 'collection') throw bad(`Property '${path}' is a collection; use any().`);
    if (field.type === 'flag') return () => operator === 'ne';
    const test = (value: unknown) => ((value ?? null) === null) === (operator === 'eq');
    return field.type === 'number' ? tested(field, test) : tested(field, test);
  }
  switch (field.type) {
    case 'collection':
      throw bad(`Property '${path}' is a collection; use any().`);
    case 'flag':
      return flagTest(field.read, path, operator, literal);
    case 'number': {
      const wanted = Number(literal.value);
      if (literal.kind === 'text' || Number.isNaN(wanted)) throw bad(`'${literal.value}' is not a number.`);
      return tested(field, (value) =>
        value === null || value === undefined ? operator === 'ne' : ordered(operator, value - wanted),
      );
    }
    case 'time': {
      const wanted = literal.kind === 'word' ? Date.parse(literal.value) : Number.NaN;
      if (Number.isNaN(wanted)) {
        throw bad(`A binary operator with incompatible types was detected at '${path}': expected Edm.DateTimeOffset.`);
      }
      const sameForm = new Date(wanted).toISOString();
      return tested(field, (value) => {
        if (!value) return operator === 'ne';
        // A hundred thousand rows are compared for one page: text is ten times quicker than dates.
        const difference =
          value.length === sameForm.length && value.endsWith('Z')
            ? compareText(value, sameForm)
            : Date.parse(value) - wanted;
        return ordered(operator, difference);
      });
    }
    default: {
      const wanted = textOf(literal, path).toLowerCase();
      if (field.type === 'enum' && operator !== 'eq' && operator !== 'ne') {
        throw bad(`Operator '${operator}' is not supported for property '${path}'.`);
      }
      return tested(field, (value) => ordered(operator, compareText(value?.toLowerCase() ?? '', wanted)));
    }
  }
}

function callTest<Row>(fields: FilterFields<Row>, node: Extract<FilterNode, { kind: 'call' }>): Test<Row> {
  const field = fieldAt(fields, node.path);
  if (field.type !== 'text') throw bad(`Function '${node.name}' is not supported for property '${node.path}'.`);
  const wanted = textOf(node.literal, node.path).toLowerCase();
  const tests = {
    contains: (value: string) => value.includes(wanted),
    startswith: (value: string) => value.startsWith(wanted),
    endswith: (value: string) => value.endsWith(wanted),
  };
  return tested(field, (value) => tests[node.name]((value ?? '').toLowerCase()));
}

function anyTest<Row>(fields: FilterFields<Row>, node: Extract<FilterNode, { kind: 'any' }>): Test<Row> {
  const field = fieldAt(fields, node.path);
  const { inner } = node;
  if (field.type !== 'collection') throw bad(`Property '${node.path}' is not a collection.`);
  if (inner.kind !== 'compare' || inner.operator !== 'eq') throw bad('any() takes one comparison with eq.');
  const wanted = textOf(inner.literal, inner.path).toLowerCase();
  return (row) => {
    const values = field.read(row, inner.path);
    if (!values) throw bad(`Filtering on property '${inner.path}' of '${node.path}' is not supported.`);
    return values.some((value) => value?.toLowerCase() === wanted);
  };
}

function testOf<Row>(node: FilterNode, fields: FilterFields<Row>): Test<Row> {
  switch (node.kind) {
    case 'and': {
      const [left, right] = [testOf(node.left, fields), testOf(node.right, fields)];
      return (row) => left(row) && right(row);
    }
    case 'or': {
      const [left, right] = [testOf(node.left, fields), testOf(node.right, fields)];
      return (row) => left(row) || right(row);
    }
    case 'not': {
      const inner = testOf(node.inner, fields);
      return (row) => !inner(row);
    }
    case 'compare':
      return compareTest(fieldAt(fields, node.path), node.path, node.operator, node.literal);
    case 'call':
      return callTest(fields, node);
    case 'any':
      return anyTest(fields, node);
  }
}

/** Everything passes when there is no filter. */
export function filterTest<Row>(text: string | null, fields: FilterFields<Row>): Test<Row> {
  return text === null ? () => true : testOf(parseFilter(text), fields);
}

/**
 * Between which times (epoch milliseconds, as orders have them) a row must be at all by this filter, as far as its
 * outermost conditions say: a second more on both sides, since not everybody writes fractions.
 */
export function timeRange<Row>(text: string | null, fields: FilterFields<Row>, path: string): Range {
  const field = Object.entries(fields).find(([name]) => name.toLowerCase() === path.toLowerCase())?.[1];
  if (text === null || field?.type !== 'time') return {};
  const bounds = conditionsOf(parseFilter(text)).flatMap((node) => {
    if (node.kind !== 'compare' || node.path.toLowerCase() !== path.toLowerCase()) return [];
    const atMs = Date.parse(node.literal.value);
    return Number.isNaN(atMs) ? [] : [{ operator: node.operator, atMs }];
  });
  const low = bounds.filter(({ operator }) => ['eq', 'ge', 'gt'].includes(operator)).map(({ atMs }) => atMs - 1_000);
  const high = bounds.filter(({ operator }) => ['eq', 'le', 'lt'].includes(operator)).map(({ atMs }) => atMs + 1_000);
  return {
    from: low.length === 0 ? undefined : Math.max(...low),
    to: high.length === 0 ? undefined : Math.min(...high),
  };
}

/** What has to hold altogether. */
const conditionsOf = (node: FilterNode): FilterNode[] =>
  node.kind === 'and' ? [...conditionsOf(node.left), ...conditionsOf(node.right)] : [node];
