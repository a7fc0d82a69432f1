/** What the engine runs, asked by name of the tables that decide it. */
import { languageNames } from '@/lib/kql/parser/language-names';
import { isAggregate } from '../functions/aggregates';
import { isKnownFunction } from '../functions/registry';
import { isOwnForm } from '../lower/expressions/call';
import { operators } from '../lower/operators';
import { isPlugin } from '../lower/operators/evaluate';
import { isTupleAggregate } from '../lower/operators/tuple-aggregates';
import { isForking } from '../lower/results';
import { isRowSource, isTableFunction } from '../lower/rows';

export type Support = { readonly supported: readonly string[]; readonly refused: readonly string[] };

const { functions, aggregates, plugins, operators: kinds } = languageNames();

/** Functions that the parser gives a syntax of their own. */
const syntaxForms = new Set(['materialize', 'toscalar', 'datatable', 'externaldata']);

export const supportsFunction = (name: string): boolean =>
  isKnownFunction(name) || isOwnForm(name) || isTableFunction(name) || syntaxForms.has(name) || databases.has(name);

/** Understood when they name the tenant's own workspace. */
const databases = new Set(['database', 'workspace', 'app', 'resource']);

export function supportsOperator(name: string): boolean {
  const kind = kinds.get(name);
  return kind !== undefined && (Object.hasOwn(operators, kind) || isRowSource(kind) || isForking(kind));
}

export const supportsAggregate = (name: string): boolean => isAggregate(name) || isTupleAggregate(name);

export const supportsPlugin = (name: string): boolean => isPlugin(name);

function split(names: readonly string[], supports: (name: string) => boolean): Support {
  return { supported: names.filter(supports), refused: names.filter((name) => !supports(name)) };
}

export const support = {
  operators: split([...kinds.keys()], supportsOperator),
  functions: split(functions, supportsFunction),
  aggregates: split(aggregates, supportsAggregate),
  plugins: split(plugins, supportsPlugin),
} as const;
