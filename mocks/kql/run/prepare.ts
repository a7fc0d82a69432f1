/** Writes discovered schemas into a query until no plugin needs one, and maps problems back to the text as it was. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { QueryProblem } from '@/lib/kql/problem';
import type { QueryState } from '../lower/context';
import { NeedsColumns } from '../lower/needs-columns';
import { lowerQueries } from '../lower/query';
import { Refusal, SemanticError } from '../refusal';
import type { Storage } from '../sql/context';
import { queryState, type World } from './compile';
import type { RunOptions } from './contract';
import { discover, hasOpenPlugin, type Insertion } from './discover';
import { settled } from './settle';
import { isTolerated } from './tolerated';

export type Prepared = { readonly text: string; readonly insertions: readonly Insertion[] };

const mostRounds = 10;

export async function prepare(
  text: string,
  world: World,
  storage: Storage,
  options: RunOptions,
  connection: DuckDBConnection,
): Promise<Prepared> {
  let prepared: Prepared = settled(text, world.language);
  // The word is cheap to look for; most queries have none and are parsed once.
  if (!/\bevaluate\b/.test(text)) return prepared;
  for (let round = 0; round < mostRounds; round++) {
    const { text: now } = prepared;
    const { syntax, problems } = world.language.analyse(now);
    const isError = (problem: QueryProblem) => problem.severity === 'error' && !isTolerated(problem, now);
    if (!syntax || !hasOpenPlugin(syntax) || problems.some(isError)) return prepared;
    const plugin = firstOpen(syntax, queryState(world, options));
    if (!plugin) return prepared;
    const added = await discover(plugin, { text: now, syntax }, storage, connection);
    prepared = inserted(prepared, added);
  }
  return prepared;
}

/** The first plugin that lowering cannot do without its columns. What else is wrong with the query is told by compiling it. */
function firstOpen(syntax: SyntaxNode, query: QueryState): NeedsColumns | undefined {
  try {
    lowerQueries(syntax, query);
    return undefined;
  } catch (cause) {
    if (cause instanceof NeedsColumns) return cause;
    if (cause instanceof Refusal || cause instanceof SemanticError) return undefined;
    throw cause;
  }
}

function inserted(prepared: Prepared, added: readonly Insertion[]): Prepared {
  const lastFirst = [...added].sort((a, b) => b.start - a.start);
  const text = lastFirst.reduce(
    (all, { start, text: piece }) => all.slice(0, start) + piece + all.slice(start),
    prepared.text,
  );
  return { text, insertions: [...prepared.insertions, ...lastFirst] };
}

/** Undoes the insertions, last one first. */
export function originalProblem(problem: QueryProblem, insertions: readonly Insertion[]): QueryProblem {
  const back = (at: number): number =>
    [...insertions]
      .reverse()
      .reduce((place, { start, text }) => (place <= start ? place : Math.max(start, place - text.length)), at);
  const start = back(problem.start);
  return { ...problem, start, length: back(problem.start + problem.length) - start };
}
