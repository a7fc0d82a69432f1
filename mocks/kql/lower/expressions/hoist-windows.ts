/**
 * Window functions read their neighbours: they are computed in a projection of their own before what uses them, and
 * one inside another's arguments (row_cumsum(1, x != prev(x))) before that. Sessions are a stage of their own.
 */
import type { Column, Expr, Output, Rows } from '../../ir';
import type { SessionSettings } from '../../stages/row-window-session';
import { type Context, columnExpr, freshColumn } from '../context';

type Hoisted = { readonly rows: Rows; readonly exprs: readonly Expr[] };
type Window = Extract<Expr, { kind: 'window' }>;
type Moved = { readonly column: Column; readonly window: Window };

/** With `all`, windows at the top of an expression move as well; otherwise only those inside another window. */
export function hoistWindows(rows: Rows, exprs: readonly Expr[], context: Context, all = false): Hoisted {
  const found: Moved[] = [];
  const result = exprs.map((expr) => replaceWindows(expr, all, (window) => move(window, found, context)));
  if (found.length === 0) return { rows, exprs };
  // What was moved may itself hold windows in its arguments.
  const inner = hoistWindows(
    rows,
    found.flatMap(({ window }) => window.args),
    context,
    true,
  );
  const args = [...inner.exprs];
  const moved = found.map(({ column, window }): Moved => {
    return { column, window: { ...window, args: args.splice(0, window.args.length) } };
  });
  const projected = projection(
    inner.rows,
    moved.filter(({ window }) => !isSession(window)).map(({ column, window }) => ({ column, expr: window })),
  );
  const withSessions = moved
    .filter(({ window }) => isSession(window))
    .reduce((above, { column, window }) => sessions(above, column, window, context), projected);
  return { rows: withSessions, exprs: result };
}

const isSession = (expr: Expr): boolean => expr.kind === 'window' && expr.name === 'row_window_session';

function projection(rows: Rows, computed: readonly Output[]): Rows {
  if (computed.length === 0) return rows;
  const kept = rows.columns.map((column) => ({ column, expr: columnExpr(column, rows.span) }));
  const outputs = [...kept, ...computed];
  return { op: 'project', input: rows, outputs, columns: outputs.map((output) => output.column), span: rows.span };
}

/** The rows with their session's start as one more column. */
function sessions(rows: Rows, column: Column, window: Window, context: Context): Rows {
  const input = projection(
    rows,
    window.args.map((expr) => ({ column: freshColumn(context, 'argument', expr.type), expr })),
  );
  const settings: SessionSettings = { kept: rows.columns.length };
  const columns = [...rows.columns, column];
  return { op: 'stage', stage: 'row_window_session', inputs: [input], settings, columns, span: window.span };
}

function move(window: Window, moved: Moved[], context: Context): Expr {
  const column = freshColumn(context, 'window', window.type);
  moved.push({ column, window });
  return columnExpr(column, window.span);
}

function replaceWindows(expr: Expr, replaceHere: boolean, replace: (window: Window) => Expr): Expr {
  if (expr.kind === 'window') {
    if (replaceHere || isSession(expr)) return replace(expr);
    return { ...expr, args: expr.args.map((argument) => replaceWindows(argument, true, replace)) };
  }
  if (expr.kind === 'call' || expr.kind === 'aggregate') {
    return { ...expr, args: expr.args.map((argument) => replaceWindows(argument, replaceHere, replace)) };
  }
  if (expr.kind === 'in-rows') return { ...expr, subject: replaceWindows(expr.subject, replaceHere, replace) };
  return expr;
}
