/** A table of events that is read without a bound on its time: all of its retention is searched, slowly and for money. */
import type { SyntaxNode } from '../parser/syntax-node';
import { timeColumnOf } from './columns';
import { diagnosticAt, insertion, type Lint, type LintedQuery, type Pipeline } from './lint';

/** Tables that describe the present rather than events: a bound on their time would hide what is true now. */
const snapshot =
  /^(DeviceTvm|DeviceBaseline|ExposureGraph|Identity(Account)?Info$|Watchlist$|SecurityIncident$|ThreatIntel|OAuthAppInfo$|DeviceInfo$|CampaignInfo$)/;

export const missingTimeFilter: Lint = (query) => {
  if (query.options.hasTimespan) return [];
  const bounded = query.pipelines.filter(boundsTime);
  return query.nodes('NameReference').flatMap((name) => {
    const { symbol } = name;
    const table = symbol?.kind === 'Table' ? query.tables.get(symbol.name) : undefined;
    const time = table && timeColumnOf(table);
    if (!table || !time || snapshot.test(table.name) || isBounded(name, bounded, query)) return [];
    const message = `${table.name} is read without a bound on ${time}: everything that is kept of it is searched.`;
    const fixes = (['1d', '7d'] as const).map((span) =>
      insertion(
        `Only the last ${span === '1d' ? 'day' : '7 days'}`,
        name.start + name.length,
        `\n| where ${time} > ago(${span})`,
      ),
    );
    return [diagnosticAt(name, 'missing-time-filter', 'warning', message, standsAlone(name) ? fixes : [])];
  });
};

/** `Table | …` can take a filter behind its name; a table in the list of a union cannot. */
const standsAlone = (name: SyntaxNode): boolean => {
  const { parent } = name;
  return (
    parent !== undefined &&
    ['PipeExpression', 'ExpressionStatement', 'ParenthesizedExpression', 'LetStatement'].includes(parent.kind)
  );
};

const isDatetime = (node: SyntaxNode): boolean => node.kind === 'NameReference' && node.type.scalar === 'datetime';

const namesTime = (node: SyntaxNode): boolean =>
  node.kind === 'FilterOperator' && [...node.descendants()].some((part) => !part.isToken && isDatetime(part));

const boundsTime = (pipeline: Pipeline): boolean => pipeline.operators.some(namesTime);

/** Whether a filter on time stands somewhere behind the table: in its own pipeline, around it, or where its let is used. */
function isBounded(name: SyntaxNode, bounded: readonly Pipeline[], query: LintedQuery): boolean {
  const holds = ({ start, end }: Pipeline) => start <= name.start && name.start + name.length <= end;
  // The filter behind a join bounds the joined rows, but only after the joined table was read.
  if (bounded.some((pipeline) => holds(pipeline) && !joinsIn(pipeline, name))) return true;
  const own = query.pipelines.filter((pipeline) => pipeline.name !== '' && holds(pipeline));
  if (own.some((pipeline) => bounded.some(({ source }) => source.simpleName === pipeline.name))) return true;
  return query
    .nodes('SearchOperator', 'FindOperator', 'FunctionDeclaration')
    .some(({ start, length }) => start <= name.start && name.start < start + length);
}

const joinsIn = (pipeline: Pipeline, name: SyntaxNode): boolean =>
  pipeline.operators.some(
    ({ kind, start, length }) => /^(Join|Lookup)/.test(kind) && start <= name.start && name.start < start + length,
  );
