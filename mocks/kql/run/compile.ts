/** Query text to SQL, or to the problems that Kusto or this engine has with it. */
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import type { KqlLanguage } from '@/lib/kql/language';
import type { QueryProblem } from '@/lib/kql/problem';
import type { Environment } from '../environment/environment';
import type { Rows } from '../ir';
import type { QueryState } from '../lower/context';
import { lowerQuery } from '../lower/query';
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

export type Compiled =
  | { readonly ok: true; readonly rows: Rows; readonly sql: string; readonly render: RenderHint | undefined }
  | { readonly ok: false; readonly problems: readonly QueryProblem[] };

/** With a form, the SQL gives one JSON text per row. */
export function compile(text: string, world: World, storage: Storage, options: RunOptions, form?: JsonForm): Compiled {
  const analysis = world.language.analyse(text);
  const errors = analysis.problems.filter((problem) => problem.severity === 'error' && !isTolerated(problem, text));
  if (errors.length > 0 || !analysis.syntax) return { ok: false, problems: errors };
  const query = queryState(world, options);
  try {
    const rows = lowerQuery(analysis.syntax, query);
    return { ok: true, rows, sql: printQuery(rows, storage, form), render: query.render };
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
    timespan: timespan && { start: msToTicks(timespan.start.getTime()), end: msToTicks(timespan.end.getTime()) },
    render: undefined,
    depth: 0,
    named: new Map(),
  };
}
