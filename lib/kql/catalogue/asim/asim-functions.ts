/**
 * The parsers of one schema as saved functions: one per source with the schema's filtering parameters (`vim…`), one per
 * source without (`ASim…`), and those that unify all sources under the names queries use.
 */
import type { SavedFunction } from '../saved-function';
import type { AsimFilter, AsimParameter, AsimSchema, AsimSource } from './asim-schema';

const defaults: Record<AsimFilter, string> = {
  any: 'dynamic=dynamic([])',
  all: 'dynamic=dynamic([])',
  prefix: 'dynamic=dynamic([])',
  in: 'dynamic=dynamic([])',
  is: "string='*'",
  has: "string='*'",
  number: 'int=int(null)',
};

const tests: Record<AsimFilter, (parameter: string, column: string) => string> = {
  any: (parameter, column) => `${column} has_any (${parameter})`,
  all: (parameter, column) => `${column} has_all (${parameter})`,
  prefix: (parameter, column) => `has_any_ipv4_prefix(${column}, ${parameter})`,
  in: (parameter, column) => `${column} in~ (${parameter})`,
  is: (parameter, column) => `${column} =~ ${parameter}`,
  has: (parameter, column) => `${column} has ${parameter}`,
  number: (parameter, column) => `${column} == ${parameter}`,
};

function isDefault({ name, filter }: AsimParameter): string {
  if (filter === 'number') return `isnull(${name})`;
  return filter === 'is' || filter === 'has' ? `${name} == '*'` : `array_length(${name}) == 0`;
}

/** A source that lacks the columns a parameter is about has no rows for it. */
function condition(parameter: AsimParameter, has: (column: string) => boolean): string {
  const columns = parameter.columns.filter(has);
  const matches = columns.map((column) => tests[parameter.filter](parameter.name, column));
  return `(${[isDefault(parameter), ...matches].join(' or ')})`;
}

const times = 'starttime:datetime=datetime(null), endtime:datetime=datetime(null)';
const within =
  'where (isnull(starttime) or TimeGenerated >= starttime) and (isnull(endtime) or TimeGenerated <= endtime)';

const parametersOf = (schema: AsimSchema): string =>
  [times, ...schema.parameters.map(({ name, filter }) => `${name}:${defaults[filter]}`)].join(', ');

/** One condition: the parser takes twice as long for a chain of them. */
const filters = (schema: AsimSchema, has: (column: string) => boolean): string =>
  `| where ${schema.parameters.map((parameter) => condition(parameter, has)).join('\n  and ')}`;

/** Whether the source's last project has the column, computed or as it was. */
const gives = (source: AsimSource, column: string): boolean =>
  new RegExp(`(?:\\bproject|,)\\s+${column}\\s*(?:=|,|$)`).test(source.parse);

function sourceBody(schema: AsimSchema, source: AsimSource): string {
  const quoted = (text: string) => `'${text}'`;
  return `${source.table}
| where not(disabled)
| ${within}
| ${source.parse}
| extend EventVendor = ${quoted(source.vendor)}, EventProduct = ${quoted(source.product)}, EventSchemaVersion = ${quoted(schema.version)}, EventCount = int(1), EventStartTime = TimeGenerated, EventEndTime = TimeGenerated, Type = ${quoted(source.table)}
${filters(schema, (column) => gives(source, column))}`;
}

const nativeBody = (schema: AsimSchema): string =>
  `${schema.native}\n| where not(disabled)\n| ${within}\n${filters(schema, () => true)}`;

function sourceFunctions(schema: AsimSchema, name: string, body: string): SavedFunction[] {
  const all = `(${parametersOf(schema)}, disabled:bool=false, pack:bool=false)`;
  const filtering = `vim${schema.schema}${name}`;
  return [
    { name: filtering, parameters: all, body },
    { name: `_Im_${schema.schema}_${name}`, parameters: all, body },
    ...[`ASim${schema.schema}${name}`, `_ASim_${schema.schema}_${name}`].map((plain) => ({
      name: plain,
      parameters: '(disabled:bool=false, pack:bool=false)',
      body: `${filtering}(disabled=disabled, pack=pack)`,
    })),
  ];
}

function unifyingFunctions(schema: AsimSchema, sources: readonly string[]): SavedFunction[] {
  const given = ['starttime', 'endtime', ...schema.parameters.map(({ name }) => name), 'disabled', 'pack'];
  const passed = given.map((name) => `${name}=${name}`).join(', ');
  const legs = sources.map((name) => `vim${schema.schema}${name}(${passed})`).join(',\n  ');
  const body = `union ${legs}
| extend EventSchema = '${schema.schema}'${schema.aliases.map((alias) => `, ${alias}`).join('')}`;
  const parameters = `(${parametersOf(schema)}, disabled:bool=false, pack:bool=false)`;
  const unified = `_Im_${schema.schema}`;
  const filtering = [`im${schema.schema}`, ...schema.alsoKnownAs].map((name) => ({
    name,
    parameters,
    body,
  }));
  const plain = [`_ASim_${schema.schema}`, `ASim${schema.schema}`].map((name) => ({
    name,
    parameters: '(disabled:bool=false, pack:bool=false)',
    body: `${unified}(disabled=disabled, pack=pack)`,
  }));
  return [{ name: unified, parameters, body }, ...filtering, ...plain];
}

export function asimFunctions(schema: AsimSchema): SavedFunction[] {
  const empty = `${schema.native}\n| where false`;
  return [
    ...schema.sources.flatMap((source) => sourceFunctions(schema, source.name, sourceBody(schema, source))),
    ...sourceFunctions(schema, 'Native', nativeBody(schema)),
    ...sourceFunctions(schema, 'Empty', empty),
    ...unifyingFunctions(schema, [...schema.sources.map((source) => source.name), 'Native']),
  ];
}
