/**
 * Kusto says that a name is unknown; here is which one was meant: the nearest column of the rows at that place, a column
 * that an earlier operator dropped, the nearest table or function.
 */
import type { Fix } from '../diagnostic';
import type { SyntaxNode } from '../parser/syntax-node';
import type { QueryProblem } from '../problem';
import { columnNames } from './columns';
import { nearestNames } from './edit-distance';
import { insertion, type LintedQuery, replacement } from './lint';

/** What to add to Kusto's words, and the repairs. */
export type Meant = { readonly remark: string; readonly fixes: readonly Fix[] };

const unknownColumn = 'KS142';
const unknownTable = 'KS204';
const unknownFunction = 'KS211';
const unknownPlugin = 'KS124';
const unknownOperator = 'KS176';
const timeNames: readonly string[] = ['Timestamp', 'TimeGenerated'];

const quoted = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `['${name.replaceAll("'", "\\'")}']`);

/** Undefined when Kusto complains of something else, or nothing is near. */
export function meantName(problem: QueryProblem, query: LintedQuery): Meant | undefined {
  const wanted = query.text.slice(problem.start, problem.start + problem.length);
  if (!/^[\w.-]+$/.test(wanted)) return undefined;
  if (problem.code === unknownTable) return suggestion(problem, nearestNames(wanted, tableNames(query)));
  if (problem.code === unknownFunction) return suggestion(problem, nearestNames(wanted, query.functionNames()));
  if (problem.code === unknownPlugin) return suggestion(problem, nearestNames(wanted, query.pluginNames()));
  if (problem.code === unknownOperator)
    return suggestion(problem, nearestNames(wanted, query.operatorNames(), 1), String);
  if (problem.code !== unknownColumn) return undefined;
  const node = query
    .nodes('NameReference')
    .find((name) => name.start === problem.start && name.length === problem.length);
  const scope = node && scopeOf(node);
  if (!scope) return undefined;
  if (wanted === 'null') return undefined;
  return (
    dropped(wanted, scope, query) ??
    otherTime(problem, wanted, scope.columns) ??
    suggestion(problem, nearestNames(wanted, [...scope.columns, ...variables(query)]))
  );
}

function suggestion(
  span: QueryProblem,
  names: readonly string[],
  spell: (name: string) => string = quoted,
): Meant | undefined {
  const [best] = names;
  if (best === undefined) return undefined;
  return {
    remark: `Did you mean ${names.join(' or ')}?`,
    fixes: names.map((name) => replacement(`Use ${name}`, span, spell(name))),
  };
}

const variables = (query: LintedQuery): string[] =>
  query.nodes('LetStatement').flatMap((statement) => statement.optional('Name')?.simpleName ?? []);

const tableNames = (query: LintedQuery): string[] => [...query.tables.keys(), ...variables(query)];

type Scope = { readonly columns: readonly string[]; readonly before: readonly SyntaxNode[] };

/** The columns that can be named where `node` stands, and the operators before it, nearest first. */
function scopeOf(node: SyntaxNode): Scope | undefined {
  const side = /^\$(left|right)\b/.exec(node.parent?.kind === 'PathExpression' ? node.parent.text : '')?.[1];
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) {
    const { parent } = at;
    if (side === 'right' && (at.kind === 'JoinOperator' || at.kind === 'LookupOperator'))
      return { columns: columnNames(at.optional('Expression')), before: [] };
    if (parent?.kind !== 'PipeExpression' || at.start === parent.start) continue;
    const input = parent.optional('Expression');
    if (input) return { columns: columnNames(input), before: operatorsUpTo(input) };
  }
  return undefined;
}

function operatorsUpTo(input: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  let at: SyntaxNode | undefined = input;
  while (at?.kind === 'PipeExpression') {
    const operator = at.optional('Operator');
    if (operator) found.push(operator);
    at = at.optional('Expression');
  }
  return found;
}

/** `project A | where B`: B was there, one operator earlier. Only a project can be asked to keep it. */
function dropped(wanted: string, scope: Scope, query: LintedQuery): Meant | undefined {
  const culprit = scope.before.find((operator) =>
    columnNames(operator.parent?.optional('Expression')).includes(wanted),
  );
  if (!culprit) return undefined;
  const word = /^[\w-]+/.exec(culprit.text)?.[0] ?? 'an operator';
  const line = query.text.slice(0, culprit.start).split('\n').length;
  const remark = `${wanted} was there until the ${word} on line ${line}, which does not keep it.`;
  if (culprit.kind !== 'ProjectOperator') return { remark, fixes: [] };
  const between = scope.before.slice(0, scope.before.indexOf(culprit));
  const end = culprit.start + culprit.length;
  // A later operator may drop it again; then one insertion is not the whole repair.
  const isEnough = between.every((operator) => keepsColumns.has(operator.kind));
  return { remark, fixes: isEnough ? [insertion(`Keep ${wanted} in the ${word}`, end, `, ${quoted(wanted)}`)] : [] };
}

const keepsColumns: ReadonlySet<string> = new Set([
  'FilterOperator',
  'ExtendOperator',
  'SortOperator',
  'TakeOperator',
  'TopOperator',
  'SerializeOperator',
  'AsOperator',
  'JoinOperator',
  'LookupOperator',
]);

/** The two worlds spell an event's time differently. */
function otherTime(problem: QueryProblem, wanted: string, columns: readonly string[]): Meant | undefined {
  if (!timeNames.includes(wanted)) return undefined;
  const other = timeNames.find((name) => name !== wanted && columns.includes(name));
  if (!other) return undefined;
  const why =
    other === 'TimeGenerated'
      ? 'Tables of the workspace call the time of an event TimeGenerated; Timestamp is advanced hunting’s word.'
      : 'Advanced hunting calls the time of an event Timestamp; TimeGenerated is the workspace’s word.';
  return { remark: why, fixes: [replacement(`Use ${other}`, problem, other)] };
}
