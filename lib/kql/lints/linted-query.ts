/** Walks the syntax tree once and keeps what lints ask for: nodes by kind, pipelines with their operators. */
import type { TableSchema } from '../catalogue/table-schema';
import type { Analysis } from '../parser/analyse';
import type { SyntaxNode } from '../parser/syntax-node';
import type { LintedQuery, LintOptions, Pipeline } from './lint';

function* inside(node: SyntaxNode): Generator<SyntaxNode> {
  if (node.isToken) return;
  yield node;
  for (const child of node.children()) yield* inside(child);
}

/** The node within all brackets around it. */
export function unbracketed(node: SyntaxNode): SyntaxNode {
  const inner = node.kind === 'ParenthesizedExpression' ? node.optional('Expression') : undefined;
  return inner ? unbracketed(inner) : node;
}

/** materialize(x) is x as far as reading goes. */
function withoutMaterialize(node: SyntaxNode): SyntaxNode {
  const plain = unbracketed(node);
  if (plain.kind !== 'MaterializeExpression' && !/^materialize\s*\(/.test(plain.text)) return plain;
  const inner =
    plain.optional('Expression') ?? plain.optional('ArgumentList')?.list('Expressions')[0] ?? plain.optional('Pipe');
  return inner ? unbracketed(inner) : plain;
}

/** A node without operators behind it is a pipeline without operators. */
export function toPipeline(node: SyntaxNode, name = ''): Pipeline {
  const whole = withoutMaterialize(node);
  const operators: SyntaxNode[] = [];
  let source = whole;
  while (source.kind === 'PipeExpression') {
    const [operator, input] = [source.optional('Operator'), source.optional('Expression')];
    if (!operator || !input) break;
    operators.unshift(operator);
    source = unbracketed(input);
  }
  return { source, operators, start: whole.start, end: whole.start + whole.length, name };
}

/** Whether a table stands here as the whole of an input, without operators behind it. */
const isLoneTable = (node: SyntaxNode): boolean => node.kind === 'NameReference' && node.type.columns !== undefined;

const holders: ReadonlySet<string> = new Set(['LetStatement', 'ExpressionStatement', 'JoinOperator', 'LookupOperator']);

function pipelinesOf(all: readonly SyntaxNode[]): Pipeline[] {
  const found: Pipeline[] = [];
  const seen = new Set<string>();
  const add = (node: SyntaxNode | undefined, name = '') => {
    if (!node) return;
    const pipeline = toPipeline(node, name);
    const key = `${pipeline.start} ${pipeline.end}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.push(pipeline);
  };
  for (const node of all) {
    if (holders.has(node.kind)) {
      const expression = node.optional('Expression');
      const isPiped = expression && withoutMaterialize(expression).kind === 'PipeExpression';
      if (expression && (isPiped || isLoneTable(withoutMaterialize(expression))))
        add(expression, node.kind === 'LetStatement' ? node.optional('Name')?.simpleName : '');
    } else if (node.kind === 'PipeExpression' && node.parent?.kind !== 'PipeExpression') add(node);
  }
  return found;
}

/** Where the parser failed there are no nodes and no pipelines. */
export function toLintedQuery(
  { text, problems, syntax }: Analysis,
  tables: ReadonlyMap<string, TableSchema>,
  names: Pick<LintedQuery, 'functionNames' | 'pluginNames' | 'operatorNames'>,
  options: LintOptions,
): LintedQuery {
  const all = syntax ? [...inside(syntax)] : [];
  const byKind = new Map<string, SyntaxNode[]>();
  for (const node of all) {
    const known = byKind.get(node.kind);
    if (known) known.push(node);
    else byKind.set(node.kind, [node]);
  }
  return {
    text,
    problems,
    tables,
    ...names,
    options,
    nodes: (...kinds) => kinds.flatMap((kind) => byKind.get(kind) ?? []),
    pipelines: pipelinesOf(all),
  };
}
