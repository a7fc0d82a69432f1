/**
 * Window functions read their neighbours: they are computed in a projection of their own before what uses them, and
 * one inside another's arguments (row_cumsum(1, x != prev(x))) before that.
 */
import type { Expr, Output, Rows } from '../ir';
import { type Context, columnExpr, freshColumn } from './context';

type Hoisted = { readonly rows: Rows; readonly exprs: readonly Expr[] };

/** With `all`, windows at the top of an expression move as well; otherwise only those inside another window. */
export function hoistWindows(rows: Rows, exprs: readonly Expr[], context: Context, all = false): Hoisted {
  const moved: Output[] = [];
  const result = exprs.map((expr) => replaceWindows(expr, all, (window) => move(window, moved, context)));
  if (moved.length === 0) return { rows, exprs };
  // What was moved may itself hold windows in its arguments.
  const inner = hoistWindows(
    rows,
    moved.map((output) => output.expr),
    context,
  );
  const computed = moved.map((output, index) => ({ ...output, expr: inner.exprs[index] ?? output.expr }));
  const kept = inner.rows.columns.map((column) => ({ column, expr: columnExpr(column, rows.span) }));
  const outputs = [...kept, ...computed];
  const projected: Rows = {
    op: 'project',
    input: inner.rows,
    outputs,
    columns: outputs.map((output) => output.column),
    span: rows.span,
  };
  return { rows: projected, exprs: result };
}

function move(window: Expr, moved: Output[], context: Context): Expr {
  const column = freshColumn(context, 'window', window.type);
  moved.push({ column, expr: window });
  return columnExpr(column, window.span);
}

function replaceWindows(expr: Expr, replaceHere: boolean, replace: (window: Expr) => Expr): Expr {
  if (expr.kind === 'window') {
    if (replaceHere) return replace(expr);
    return { ...expr, args: expr.args.map((argument) => replaceWindows(argument, true, replace)) };
  }
  if (expr.kind === 'call' || expr.kind === 'aggregate') {
    return { ...expr, args: expr.args.map((argument) => replaceWindows(argument, replaceHere, replace)) };
  }
  if (expr.kind === 'in-rows') return { ...expr, subject: replaceWindows(expr.subject, replaceHere, replace) };
  return expr;
}
