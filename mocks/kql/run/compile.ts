/** Query text to SQL, or to the problems that Kusto or this engine has with it. */
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import type { KqlLanguage } from '@/lib/kql/language';
import type { QueryProblem } from '@/lib/kql/problem';
import type { Environment } from '../environment/environment';
import type { Rows } from '../ir';
import type { QueryState } from '../lower/context';
import { lowerQueries } from '../lower/query';
import { Refusal } from '../refusal';
import type { Storage } from '../sql/context';
import type { JsonForm } from '../sql/json-rows';
import { printQuery } from '../sql/print';
import { msToTicks } from '../ticks';
import type { RenderHint, RunOptions } from './contract';
import { toProblems } from './failures';
import { isTolerated } from './tolerated';

export type World = {
  readonly language: KqlLanguage;
  readonly tables: ReadonlyMap<string, TableSchema>;
  readonly environment: () => Environment;
};

export type CompiledTable = { readonly name: string; readonly rows: Rows; readonly sql: string };

export type Compiled =
  | (CompiledTable & {
      readonly ok: true;
      /** The tables after the first one: of fork, facet and further statements. */
      readonly more: readonly CompiledTable[];
      readonly render: RenderHint | undefined;
    })
  | { readonly ok: false; readonly problems: readonly QueryProblem[] };

/** With a form, the SQL gives one JSON text per row. */
export function compile(text: string, world: World, storage: Storage, options: RunOptions, form?: JsonForm): Compiled {
  const analysis = world.language.analyse(text);
  const errors = analysis.problems.filter((problem) => problem.severity === 'error' && !isTolerated(problem, text));
  if (errors.length > 0 || !analysis.syntax) return { ok: false, problems: errors };
  const query = queryState(world, options);
  try {
    const [first, ...more] = lowerQueries(analysis.syntax, query).map(({ name, rows }): CompiledTable => {
      return { name, rows, sql: printQuery(rows, storage, form) };
    });
    if (!first) throw new Refusal('A query without a tabular expression', { start: 0, length: text.length });
    return { ok: true, ...first, more, render: query.render };
  } catch (cause) {
    return { ok: false, problems: toProblems(cause, text) };
  }
}

export function queryState(world: World, options: RunOptions): QueryState {
  const { timespan } = options;
  return {
    nextId: 0,
    nowTicks: msToTicks(options.now.getTime()),
    tables: world.tables,
    language: world.language,
    environment: world.environment(),
    inWorkspace: options.world === 'workspace',
    timespan: timespan && { start: msToTicks(timespan.start.getTime()), end: msToTicks(timespan.end.getTime()) },
    render: undefined,
    depth: 0,
    named: new Map(),
  };
}
