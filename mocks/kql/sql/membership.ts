/** in, !in and their forms that ignore case, over lists and dynamic arrays. */
import type { Expr, ScalarType } from '../ir';
import { commonType } from './common-type';
import type { ExprContext } from './context';
import { printAs } from './expression';
import { operand } from './operands';
import type { OperatorPrinter } from './operators';
import { literal } from './quote';

/** A constant array among the members stands for its elements. */
function flattened(members: readonly Expr[], type: ScalarType): Expr[] {
  return members.flatMap((member): Expr[] => {
    if (member.kind !== 'literal' || member.type !== 'dynamic' || typeof member.value !== 'string') return [member];
    const parsed: unknown = JSON.parse(member.value);
    if (!Array.isArray(parsed)) return [member];
    return parsed.map((value: unknown) => ({
      kind: 'literal',
      type: 'dynamic',
      value: value === null ? null : JSON.stringify(value),
      span: member.span,
      ...(type === 'string' && typeof value === 'string' && { type: 'string', value }),
    }));
  });
}

const membership =
  (negated: boolean, ignoreCase: boolean): OperatorPrinter =>
  (expr, context) => {
    const subject = operand(expr, 0);
    const members = flattened(expr.args.slice(1), subject.type);
    const tests = [
      ...listTests(subject, members, ignoreCase, context),
      ...arrayTests(subject, members, ignoreCase, context),
    ];
    const found = tests.length === 0 ? 'FALSE' : `coalesce(${tests.join(' OR ')}, FALSE)`;
    if (negated) return `(NOT ${found})`;
    // Texts are never null, and without coalesce() the database finds them faster. Read as a number a text may be null.
    const areTexts = [subject, ...members].every((side) => side.type === 'string');
    return `(${tests.length === 1 && areTexts ? tests[0] : found})`;
  };

const fold = (sql: string, ignoreCase: boolean): string => (ignoreCase ? `lower(${sql})` : sql);
const isArray = (member: Expr): boolean => member.type === 'dynamic' && member.kind !== 'literal';

function listTests(subject: Expr, members: readonly Expr[], ignoreCase: boolean, context: ExprContext): string[] {
  const single = members.filter((member) => !isArray(member));
  if (single.length === 0) return [];
  const type = single.reduce((common: ScalarType, member) => commonType(common, member.type), subject.type);
  const compared = ignoreCase ? 'string' : type;
  const list = single.map((member) => {
    if (member.kind === 'literal' && member.value === null) return literal(null, compared);
    return fold(printAs(member, compared, context), ignoreCase);
  });
  return [`${fold(printAs(subject, compared, context), ignoreCase)} IN (${list.join(', ')})`];
}

/** Arrays known only at run time: members are compared as text. */
function arrayTests(subject: Expr, members: readonly Expr[], ignoreCase: boolean, context: ExprContext): string[] {
  const text = fold(printAs(subject, 'string', context), ignoreCase);
  return members.filter(isArray).map((member) => {
    const texts = `k_texts(${printAs(member, 'dynamic', context)})`;
    return `list_contains(${ignoreCase ? `list_transform(${texts}, x -> lower(x))` : texts}, ${text})`;
  });
}

export const membershipPrinters: Readonly<Record<string, OperatorPrinter>> = {
  in: membership(false, false),
  '!in': membership(true, false),
  'in~': membership(false, true),
  '!in~': membership(true, true),
};
