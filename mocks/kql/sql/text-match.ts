/** has, contains, startswith, endswith, matches regex: Rule 2 says what a term is. */
import { toRe2 } from '../functions/regex-dialect';
import type { Expr } from '../ir';
import type { ExprContext } from './context';
import { printAs } from './expression';
import { operand } from './operands';
import type { OperatorPrinter } from './operators';
import { quoteText } from './quote';

type TermForm = { readonly before: boolean; readonly after: boolean; readonly macro: string };

const termForms: Readonly<Record<string, TermForm>> = {
  has: { before: true, after: true, macro: 'k_has' },
  hasprefix: { before: true, after: false, macro: 'k_hasprefix' },
  hassuffix: { before: false, after: true, macro: 'k_hassuffix' },
};

const constant = (expr: Expr): string | undefined =>
  expr.kind === 'literal' && expr.type === 'string' && typeof expr.value === 'string' ? expr.value : undefined;

const edge = /^[\p{L}\p{N}]$/u;
const boundary = '[^\\p{L}\\p{N}]';

/** Characters RE2 gives a meaning to. */
const escaped = (needle: string): string => needle.replace(/[\\^$.|?*+()[\]{}\-/]/g, '\\$&');

/** A constant needle becomes a constant pattern, after a plain search that most rows already fail. */
export function termTest(hay: string, needle: string, form: TermForm, caseSensitive: boolean): string {
  if (needle === '') return 'TRUE';
  const letters = Array.from(needle);
  const start = form.before && edge.test(letters[0] ?? '') ? `(?:^|${boundary})` : '';
  const end = form.after && edge.test(letters.at(-1) ?? '') ? `(?:$|${boundary})` : '';
  const pattern = quoteText(`(?${caseSensitive ? '' : 'i'}s)${start}${escaped(needle)}${end}`);
  const contains = caseSensitive
    ? `contains(${hay}, ${quoteText(needle)})`
    : `contains(lower(${hay}), ${quoteText(needle.toLowerCase())})`;
  return start || end ? `(${contains} AND regexp_matches(${hay}, ${pattern}))` : contains;
}

function term(name: string, caseSensitive: boolean, subject: Expr, needle: Expr, context: ExprContext): string {
  const form = termForms[name];
  if (!form) throw new Error(`${name} is no term operator`);
  const hay = printAs(subject, 'string', context);
  const fixed = constant(needle);
  if (fixed !== undefined) return termTest(hay, fixed, form, caseSensitive);
  return `${form.macro}${caseSensitive ? '_cs' : ''}(${hay}, ${printAs(needle, 'string', context)})`;
}

const plainForms: Readonly<Record<string, string>> = {
  contains: 'contains',
  startswith: 'starts_with',
  endswith: 'ends_with',
};

function plain(name: string, caseSensitive: boolean, subject: Expr, needle: Expr, context: ExprContext): string {
  const sides = [subject, needle].map((side) => printAs(side, 'string', context));
  const folded = caseSensitive ? sides : sides.map((side) => `lower(${side})`);
  return `${plainForms[name]}(${folded.join(', ')})`;
}

const printers = Object.fromEntries(
  [...Object.keys(termForms), ...Object.keys(plainForms)].flatMap((name) =>
    [false, true].flatMap((caseSensitive): [string, OperatorPrinter][] => {
      const print: OperatorPrinter = (expr, context) =>
        (termForms[name] ? term : plain)(name, caseSensitive, operand(expr, 0), operand(expr, 1), context);
      const spelled = `${name}${caseSensitive ? '_cs' : ''}`;
      return [
        [spelled, print],
        [`!${spelled}`, (expr, context) => `(NOT ${print(expr, context)})`],
      ];
    }),
  ),
);

/** A constant array stands for its elements; an array known only at run time is searched member by member. */
const listed =
  (all: boolean): OperatorPrinter =>
  (expr, context) => {
    const subject = operand(expr, 0);
    const tests = expr.args.slice(1).flatMap((needle): string[] => {
      if (needle.type !== 'dynamic') return [term('has', false, subject, needle, context)];
      if (needle.kind === 'literal') return constantTerms(needle, subject, context);
      const texts = `k_texts(${printAs(needle, 'dynamic', context)})`;
      const hay = printAs(subject, 'string', context);
      const matching = `list_filter(${texts}, x -> k_has(${hay}, x))`;
      return [all ? `(len(${matching}) = len(${texts}))` : `(len(${matching}) > 0)`];
    });
    return tests.length === 0 ? String(all).toUpperCase() : `(${tests.join(all ? ' AND ' : ' OR ')})`;
  };

function constantTerms(needle: Expr, subject: Expr, context: ExprContext): string[] {
  const parsed: unknown = needle.kind === 'literal' && typeof needle.value === 'string' ? JSON.parse(needle.value) : [];
  return [parsed].flat().map((value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return term('has', false, subject, { kind: 'literal', type: 'string', value: text, span: needle.span }, context);
  });
}

function regex(pattern: Expr, context: ExprContext): string {
  const fixed = constant(pattern);
  return fixed === undefined ? printAs(pattern, 'string', context) : quoteText(toRe2(fixed));
}

export const textMatchPrinters: Readonly<Record<string, OperatorPrinter>> = {
  ...printers,
  has_any: listed(false),
  has_all: listed(true),
  'matches regex': (expr, context) =>
    `regexp_matches(${printAs(operand(expr, 0), 'string', context)}, ${regex(operand(expr, 1), context)})`,
};
