/**
 * Random pipelines whose answer does not depend on chance: each step knows the columns it leaves, so that the next one
 * can be drawn. Where an operator may choose rows (take, top), the order before it is total.
 */
import { type CellType, literal } from './cells';
import { chance, type Draw, pick, several, whole } from './draw';
import { leaf, type Scope, scalar } from './scalars';
import { columnsOf, type Schema } from './tables';

export type Step = { readonly text: string; readonly schema: Schema };
export type Pipeline = { readonly steps: readonly Step[]; readonly schema: Schema };

type MakeStep = (scope: Scope, fresh: () => string) => Step;

const typeNames: readonly CellType[] = ['long', 'real', 'string', 'bool', 'datetime', 'timespan'];

const condition = (scope: Scope): string => scalar(scope, 'bool', 2).text;

const where: MakeStep = (scope) => ({ text: `where ${condition(scope)}`, schema: scope.schema });

const extend: MakeStep = (scope, fresh) => {
  const type = pick(scope.draw, typeNames);
  const name = chance(scope.draw, 25) ? pick(scope.draw, Object.keys(scope.schema)) : fresh();
  return { text: `extend ${name} = ${scalar(scope, type, 2).text}`, schema: { ...scope.schema, [name]: type } };
};

function somewhat(draw: Draw, schema: Schema): string[] {
  const kept = Object.keys(schema).filter(() => chance(draw, 60));
  return kept.length > 0 ? kept : Object.keys(schema).slice(0, 1);
}

const only = (schema: Schema, names: readonly string[]): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => names.includes(name)));

const project: MakeStep = (scope) => {
  const kept = somewhat(scope.draw, scope.schema);
  return { text: `project ${kept.join(', ')}`, schema: only(scope.schema, kept) };
};

const projectAway: MakeStep = (scope) => {
  const kept = somewhat(scope.draw, scope.schema);
  const away = Object.keys(scope.schema).filter((name) => !kept.includes(name));
  if (away.length === 0) return project(scope, String);
  return { text: `project-away ${away.join(', ')}`, schema: only(scope.schema, kept) };
};

const rename: MakeStep = (scope, fresh) => {
  const [old, name] = [pick(scope.draw, Object.keys(scope.schema)), fresh()];
  const schema = Object.entries(scope.schema).map(([key, type]) => [key === old ? name : key, type] as const);
  return { text: `project-rename ${name} = ${old}`, schema: Object.fromEntries(schema) };
};

const distinct: MakeStep = (scope) => {
  const kept = somewhat(scope.draw, scope.schema);
  return { text: `distinct ${kept.join(', ')}`, schema: only(scope.schema, kept) };
};

const aggregates: readonly (readonly [type: CellType, of: CellType | undefined, spell: (x: string) => string])[] = [
  ['long', undefined, () => 'count()'],
  ['long', 'long', (x) => `sum(${x})`],
  ['long', 'bool', (x) => `countif(${x})`],
  ['long', 'string', (x) => `dcount(${x})`],
  ['long', 'long', (x) => `min(${x})`],
  ['datetime', 'datetime', (x) => `max(${x})`],
  ['timespan', 'timespan', (x) => `max(${x})`],
  ['string', 'string', (x) => `tostring(array_sort_asc(make_set(${x})))`],
  ['long', 'long', (x) => `array_length(make_list(${x}))`],
];

const summarize: MakeStep = (scope, fresh) => {
  const keys = somewhat(scope.draw, scope.schema).slice(0, 2);
  const made = several(scope.draw, 0, 3, () => {
    const [type, of, spell] = pick(scope.draw, aggregates);
    return { name: fresh(), type, text: spell(of === undefined ? '' : scalar(scope, of, 1).text) };
  });
  const text = `summarize ${made.map((one) => `${one.name} = ${one.text}`).join(', ')} by ${keys.join(', ')}`;
  return {
    text,
    schema: { ...only(scope.schema, keys), ...Object.fromEntries(made.map((one) => [one.name, one.type])) },
  };
};

/** All columns as keys: rows that are still tied are the same row. */
const totalOrder = (draw: Draw, schema: Schema): string =>
  Object.keys(schema)
    .map((name) => `${name} ${pick(draw, ['asc', 'desc'])}`)
    .join(', ');

const sortTake: MakeStep = (scope) => ({
  text: `sort by ${totalOrder(scope.draw, scope.schema)} | take ${whole(scope.draw, 0, 12)}`,
  schema: scope.schema,
});

const numbered: MakeStep = (scope, fresh) => {
  const name = fresh();
  const window = pick(scope.draw, ['row_number()', 'row_cumsum(1)']);
  const text = `sort by ${totalOrder(scope.draw, scope.schema)} | extend ${name} = ${window}`;
  return { text, schema: { ...scope.schema, [name]: 'long' } };
};

const count: MakeStep = () => ({ text: 'count', schema: { Count: 'long' } });

const expand: MakeStep = (scope, fresh) => {
  const name = fresh();
  const text = `mv-expand ${name} = range(0, ${whole(scope.draw, 0, 2)}) to typeof(long)`;
  return { text, schema: { ...scope.schema, [name]: 'long' } };
};

const constant: MakeStep = (scope, fresh) => {
  const name = fresh();
  const type = pick(scope.draw, typeNames);
  const value = leaf({ ...scope, schema: {} }, type).of({});
  return { text: `extend ${name} = ${literal(value, type)}`, schema: { ...scope.schema, [name]: type } };
};

const lookup: MakeStep = (scope, fresh) => {
  const keys = columnsOf('string', scope.schema);
  const key = keys.length > 0 ? pick(scope.draw, keys) : undefined;
  if (key === undefined) return where(scope, fresh);
  const name = fresh();
  const right = `datatable(${key}:string, ${name}:long)["a", 1, "", 2, "Abc", 3, "zz", 4]`;
  const kind = pick(scope.draw, ['leftouter', 'inner']);
  return { text: `lookup kind=${kind} (${right}) on ${key}`, schema: { ...scope.schema, [name]: 'long' } };
};

const kinds: readonly MakeStep[] = [
  where,
  where,
  where,
  extend,
  extend,
  project,
  projectAway,
  rename,
  distinct,
  summarize,
  sortTake,
  numbered,
  count,
  expand,
  constant,
  lookup,
];

export function pipeline(draw: Draw, from: Schema, most = 5): Pipeline {
  let made = 0;
  const fresh = () => {
    made += 1;
    return `x${made}`;
  };
  const steps: Step[] = [];
  let schema = from;
  for (const make of several(draw, 1, most, () => pick(draw, kinds))) {
    const step = make({ draw, schema }, fresh);
    steps.push(step);
    schema = step.schema;
  }
  return { steps, schema };
}

export const textOf = (steps: readonly Step[]): string => steps.map((step) => ` | ${step.text}`).join('');
