/** `scan`: conditions and assignments become formulas over the state of the steps; the walk is stages/scan.ts. */
import type { BoundColumn } from '@/lib/kql/parser/bound-type';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output, Rows } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import { hasWindow } from '../../sql/column-ids';
import { writeCell } from '../../stages/cells';
import type { Formula } from '../../stages/formula';
import type { ScanOutput, ScanSettings } from '../../stages/scan';
import { boundColumns, type Context, columnExpr, freshColumn, freshColumns, spanOf, toScalarType } from '../context';
import { lowerExpr } from '../expressions/expression';
import { asType, toFormula } from '../expressions/formula';
import { columnsOf } from '../expressions/outputs';
import { substituted } from '../expressions/substituted';

type Literal = Extract<Expr, { kind: 'literal' }>;
type Declared = { readonly column: Column; readonly initial: Literal };

export function lowerScan(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const clause = node.optional('OrderByClause') ?? node.optional('PartitionByClause');
  if (clause) throw new Refusal('order by and partition by inside scan', spanOf(clause));
  const declared = declarations(node, context);
  const names = new Set(input.columns.map((column) => column.name));
  const clash = declared.find(({ column }) => names.has(column.name));
  if (clash) throw new Refusal(`Declaring the column ${clash.column.name} again`, span);
  const stepNodes = node.list('Steps');
  const state = stepNodes.map((step) => ({
    name: step.child('Name').simpleName,
    columns: [...declared.map(({ column }) => column), ...input.columns].map((column) =>
      freshColumn(context, column.name, column.type),
    ),
  }));
  const inside: Context = {
    ...context,
    scope: {
      columns: [...input.columns, ...declared.map(({ column }) => column)],
      steps: new Map(state.map(({ name, columns }) => [name, columns])),
    },
  };
  const row = createRow(input, declared, state, context);
  const steps = stepNodes.map((step) => lowerStep(step, declared, inside, row.formula));
  const withMatchId = node.list('Parameters').some((each) => each.child('Name').simpleName === 'with_match_id');
  const settings: ScanSettings = {
    kept: input.columns.length,
    declared: declared.map(({ column, initial }) => ({ type: column.type, text: initialText(initial) })),
    steps,
    withMatchId,
  };
  const bound = boundColumns(node);
  if (bound.length !== input.columns.length + declared.length + 1) throw new Refusal('This form of scan', span);
  const columns = freshColumns(context, withMatchId ? bound : bound.slice(0, -1));
  const rows: Rows = { op: 'stage', stage: 'scan', inputs: [row.rows()], settings, columns, span };
  return withMatchId ? rows : withPhantom(rows, bound.at(-1), context);
}

/**
 * The binder gives scan the column match_id also when none was asked for, and everything after it counts on that. It is
 * there, always null, and left out of the query's result (query.ts).
 */
function withPhantom(rows: Rows, bound: BoundColumn | undefined, context: Context): Rows {
  const column = freshColumn(context, bound?.name ?? 'match_id', 'long');
  context.query.phantom = column.name;
  const kept = rows.columns.map((each): Output => ({ column: each, expr: columnExpr(each, rows.span) }));
  const outputs: Output[] = [
    ...kept,
    { column, expr: { kind: 'literal', type: 'long', value: null, span: rows.span } },
  ];
  return { op: 'project', input: rows, outputs, columns: columnsOf(outputs), span: rows.span };
}

function declarations(node: SyntaxNode, context: Context): Declared[] {
  return (node.optional('DeclareClause')?.list('Declarations') ?? []).map((declaration) => {
    const named = declaration.child('NameAndType');
    const type = toScalarType(named.child('Type').text);
    if (type === 'decimal') throw new Refusal('A decimal in the state of scan', spanOf(declaration));
    const value = declaration.optional('DefaultValue')?.optional('Value');
    const initial = value ? lowerExpr(value, { ...context, scope: { columns: [] } }) : undefined;
    if (initial && initial.kind !== 'literal') throw new Refusal('A default value that is no literal', initial.span);
    const literal: Literal = { kind: 'literal', type, value: initial?.value ?? null, span: spanOf(declaration) };
    return { column: freshColumn(context, named.child('Name').simpleName, type), initial: literal };
  });
}

const initialText = ({ value, type }: Literal): string | null => (value === null ? null : writeCell(value, type, true));

/** The row that formulas read: declared columns, the input's, and what the database computes for them. */
function createRow(
  input: Rows,
  declared: readonly Declared[],
  state: readonly { readonly columns: readonly Column[] }[],
  context: Context,
) {
  const extras: Expr[] = [];
  const initials = new Map(declared.map(({ column, initial }) => [column.id, initial]));
  const places = new Map(
    state.flatMap(({ columns }, step) => columns.map((column, at) => [column.id, { step, at }] as const)),
  );
  const computed = (expr: Expr): number => {
    const at = expr.kind === 'column' ? input.columns.findIndex((column) => column.id === expr.column.id) : -1;
    if (at >= 0) return declared.length + at;
    extras.push(expr);
    return declared.length + input.columns.length + extras.length - 1;
  };
  return {
    formula: (expr: Expr): Formula => {
      if (hasWindow(expr))
        throw new SemanticError('General_BadRequest', 'Window functions have no meaning inside scan.', expr.span);
      // A declared column without its step's name is that of the row at hand: still its default.
      return toFormula(substituted(expr, initials), { state: (id) => places.get(id), computed });
    },
    rows: (): Rows => {
      const kept = input.columns.map((column): Output => ({ column, expr: columnExpr(column, input.span) }));
      const added = extras.map((expr): Output => ({ column: freshColumn(context, 'computed', expr.type), expr }));
      const outputs = [...kept, ...added];
      return { op: 'project', input, outputs, columns: columnsOf(outputs), span: input.span };
    },
  };
}

function lowerStep(
  node: SyntaxNode,
  declared: readonly Declared[],
  context: Context,
  formula: (expr: Expr) => Formula,
): ScanSettings['steps'][number] {
  const assignments = (node.optional('ComputationClause')?.list('Assignments') ?? []).map((assignment) => {
    const name = assignment.child('Name').simpleName;
    const at = declared.findIndex(({ column }) => column.name === name);
    const target = declared[at];
    if (!target) throw new Refusal(`Assigning to ${name}`, spanOf(assignment));
    return { at, value: asType(formula(lowerExpr(assignment.child('Expression'), context)), target.column.type) };
  });
  const condition = asType(formula(lowerExpr(node.child('Condition'), context)), 'bool');
  return { output: outputOf(node), condition, assignments };
}

function outputOf(node: SyntaxNode): ScanOutput {
  const written = node.optional('ScanStepOutput')?.text.replace(/^.*=/s, '').trim().toLowerCase() ?? 'all';
  if (written === 'all' || written === 'last' || written === 'none') return written;
  throw new Refusal(`output=${written}`, spanOf(node));
}
