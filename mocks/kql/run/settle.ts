/**
 * Makes a query's text say what Kusto understands anyway, so that the binder gives everything a type:
 * a function named without parentheses is called, a leg of a fuzzy union whose table nobody has is left out, views that
 * a wildcard means are named, and parts of a function without a name are taken away.
 */
import type { KqlLanguage } from '@/lib/kql/language';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Insertion } from './discover';
import { droppedParts, mayDropParts } from './dropped-parts';
import { isWildcard, mayNameViews, namedViews } from './view-wildcards';

export type Settled = { readonly text: string; readonly insertions: readonly Insertion[] };

const unknownFuzzyName = 'KS205';
/** What the binder says of a wildcard that meets nothing, in a fuzzy union too. */
const unknownName = 'KS142';
const mostRounds = 20;

/** Positions after an insertion move; a leg that is left out and a wildcard of views become spaces. */
export function settled(text: string, language: KqlLanguage): Settled {
  const whole = /\bisfuzzy\s*=\s*true\b/i.test(text) ? withoutMissingLegs(text, language) : text;
  if (!mayNameFunctions(whole, language) && !mayDropParts(whole) && !mayNameViews(whole))
    return { text: whole, insertions: [] };
  const { syntax } = language.analyse(whole);
  const views = syntax ? namedViews(syntax) : [];
  const insertions = syntax ? [...bareCalls(syntax), ...droppedParts(syntax), ...views] : [];
  const lastFirst = [...insertions].sort((a, b) => b.start - a.start);
  const called = lastFirst.reduce(
    (all, { start, text: added }) => all.slice(0, start) + added + all.slice(start),
    views.reduce((text, { start, length }) => blanked(text, start, start + length), whole),
  );
  return { text: called, insertions: lastFirst };
}

/** A cheap look before the text is parsed once more. */
function mayNameFunctions(text: string, language: KqlLanguage): boolean {
  if (/\blet\s+\w+\s*=\s*(?:view\s*)?\(\s*\)/.test(text)) return true;
  const saved = language.functionNames();
  for (const [name] of text.matchAll(/\b[A-Za-z_]\w*\b(?!\s*\()/g)) if (saved.has(name)) return true;
  return /\b_GetWatchlistAlias\b/.test(text);
}

function bareCalls(syntax: SyntaxNode): Insertion[] {
  const found: Insertion[] = [];
  for (const node of syntax.descendants()) {
    if (node.kind !== 'NameReference' || node.symbol?.kind !== 'Function' || isWildcard(node)) continue;
    // The name of a call is a name too.
    if (node.parent?.kind === 'FunctionCallExpression') continue;
    found.push({ start: node.start + node.length, text: '()' });
  }
  return found;
}

function withoutMissingLegs(text: string, language: KqlLanguage): string {
  let current = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const { syntax, problems } = language.analyse(current);
    const missing = problems.find(({ code, start, length }) => {
      return code === unknownFuzzyName || (code === unknownName && /\*/.test(current.slice(start, start + length)));
    });
    const span = syntax && missing && legAt(syntax, missing.start);
    if (!span) return current;
    current = blanked(current, span.start, span.end);
  }
  return current;
}

const blanked = (text: string, start: number, end: number): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);

type Range = { readonly start: number; readonly end: number };

/** The leg of the innermost union around this place, with the comma that sets it apart; none when it is the only leg. */
function legAt(syntax: SyntaxNode, place: number): Range | undefined {
  const holds = (node: SyntaxNode) => node.start <= place && place < node.start + node.length;
  let found: Range | undefined;
  for (const union of syntax.descendants()) {
    if (union.kind !== 'UnionOperator') continue;
    const legs = union.list('Expressions');
    const at = legs.findIndex(holds);
    const leg = legs[at];
    const previous = legs[at - 1];
    const next = legs[at + 1];
    if (leg && previous) found = { start: previous.start + previous.length, end: leg.start + leg.length };
    else if (leg && next) found = { start: leg.start, end: next.start };
    const piped = pipedInto(union);
    if (piped && holds(piped)) found = { start: piped.start, end: union.start };
  }
  return found;
}

function pipedInto(union: SyntaxNode): SyntaxNode | undefined {
  const { parent } = union;
  return parent?.kind === 'PipeExpression' && parent.child('Operator').start === union.start
    ? parent.child('Expression')
    : undefined;
}
