/** `take 10` gives any ten rows, not the last ten: at the end of a query over events it is usually not what is meant. */
import type { Fix } from '../diagnostic';
import type { SyntaxNode } from '../parser/syntax-node';
import { timeColumn } from './columns';
import { diagnosticAt, type Lint, type Pipeline } from './lint';

/** What neither orders rows nor makes new ones of them. */
const rowByRow: ReadonlySet<string> = new Set([
  'FilterOperator',
  'ExtendOperator',
  'ProjectOperator',
  'ProjectAwayOperator',
  'ProjectKeepOperator',
  'ProjectRenameOperator',
  'ProjectReorderOperator',
  'AsOperator',
  'JoinOperator',
  'LookupOperator',
  'UnionOperator',
]);

const saysLatest = /\b(last|latest|newest|(?:most )?recent|letzten?|neuesten?)\b/i;

export const takeIsNotLatest: Lint = (query) =>
  query.pipelines.flatMap((pipeline) => {
    const take = pipeline.operators.at(-1);
    const isAnswer =
      take?.kind === 'TakeOperator' && pipeline.name === '' && take.parent?.parent?.kind === 'ExpressionStatement';
    if (!isAnswer || !pipeline.operators.slice(0, -1).every((operator) => rowByRow.has(operator.kind))) return [];
    const columns = take.parent?.optional('Expression')?.type.columns ?? [];
    const time = timeColumn(columns);
    const count = take.optional('Expression')?.text;
    // Without rows of a table (print, datatable, range) there is nothing that came last.
    if (!time || !count || !readsTable(pipeline)) return [];
    const isAskedFor = commentsOf(query.text).some((comment) => saysLatest.test(comment));
    const message = `take gives any ${count} rows, not the latest, and others at the next run. Order by ${time} for the latest.`;
    const severity = isAskedFor ? 'warning' : 'information';
    return [diagnosticAt(take, 'take-is-not-latest', severity, message, fixesOf(take, time, count, columns, pipeline))];
  });

const readsTable = ({ source, operators }: Pipeline): boolean =>
  source.symbol?.kind === 'Table' ||
  source.kind === 'UnionOperator' ||
  operators.some(({ kind }) => kind === 'UnionOperator');

const commentsOf = (text: string): string[] => text.match(/\/\/[^\n]*/g) ?? [];

function fixesOf(
  take: SyntaxNode,
  time: string,
  count: string,
  columns: readonly { readonly name: string }[],
  { source }: Pipeline,
): Fix[] {
  const edit = (text: string) => [{ start: take.start, length: take.length, text }];
  const latest = { title: `The latest ${count} by ${time}`, edits: edit(`top ${count} by ${time} desc`) };
  // Every change of an incident is a row of its own.
  const isIncident =
    source.simpleName === 'SecurityIncident' && columns.some((column) => column.name === 'IncidentNumber');
  if (!isIncident) return [latest];
  const once = `summarize arg_max(${time}, *) by IncidentNumber\n| top ${count} by ${time} desc`;
  return [{ title: `The latest ${count} incidents, each once as it is now`, edits: edit(once) }, latest];
}
