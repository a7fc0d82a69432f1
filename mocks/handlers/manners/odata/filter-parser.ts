/** `$filter` as a tree: the subset that Microsoft documents for incidents, alerts, users and Sentinel incidents. */
import { type FilterToken, filterTokens, syntaxError } from '@/mocks/handlers/manners/odata/filter-tokens';

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];
export const textFunctions = ['contains', 'startswith', 'endswith'] as const;
export type TextFunction = (typeof textFunctions)[number];

export type Literal = { kind: 'text'; value: string } | { kind: 'word'; value: string };

export type FilterNode =
  | { kind: 'and' | 'or'; left: FilterNode; right: FilterNode }
  | { kind: 'not'; inner: FilterNode }
  | { kind: 'compare'; path: string; operator: Comparison; literal: Literal }
  | { kind: 'call'; name: TextFunction; path: string; literal: Literal }
  /** `evidence/any(e: e/… eq 'x')`: the inner paths come without the range variable. */
  | { kind: 'any'; path: string; inner: FilterNode };

export function parseFilter(text: string): FilterNode {
  const tokens = filterTokens(text);
  let index = 0;
  let rangeVariable: string | null = null;

  const peek = (): FilterToken | undefined => tokens[index];
  const fail = (): never => {
    throw syntaxError(text, peek()?.at ?? text.length);
  };
  const word = (): string => {
    const token = tokens[index++];
    return token?.kind === 'word' ? token.value : fail();
  };
  const skip = (value: string): void => {
    if (peek()?.value !== value || peek()?.kind === 'text') fail();
    index += 1;
  };
  const isWord = (value: string): boolean => peek()?.kind === 'word' && peek()?.value.toLowerCase() === value;
  const literal = (): Literal => {
    const token = tokens[index++];
    if (!token || token.kind === 'punctuation') return fail();
    // An enum may come as `microsoft.graph.security.alertSeverity'high'`; the type in front says nothing new.
    const next = peek();
    if (token.kind === 'word' && next?.kind === 'text' && token.value.includes('.')) {
      index += 1;
      return { kind: 'text', value: next.value };
    }
    return { kind: token.kind, value: token.value };
  };
  const path = (): string => {
    const name = word();
    return rangeVariable !== null && name.startsWith(`${rangeVariable}/`) ? name.slice(rangeVariable.length + 1) : name;
  };

  function or(): FilterNode {
    let left = and();
    while (isWord('or')) {
      index += 1;
      left = { kind: 'or', left, right: and() };
    }
    return left;
  }
  function and(): FilterNode {
    let left = unary();
    while (isWord('and')) {
      index += 1;
      left = { kind: 'and', left, right: unary() };
    }
    return left;
  }
  function unary(): FilterNode {
    if (isWord('not')) {
      index += 1;
      return { kind: 'not', inner: unary() };
    }
    if (peek()?.kind === 'punctuation' && peek()?.value === '(') {
      skip('(');
      const inner = or();
      skip(')');
      return inner;
    }
    return tokens[index + 1]?.value === '(' && tokens[index + 1]?.kind === 'punctuation' ? call() : compare();
  }
  function call(): FilterNode {
    const name = word();
    skip('(');
    if (name.toLowerCase().endsWith('/any')) {
      rangeVariable = word();
      skip(':');
      const inner = or();
      skip(')');
      rangeVariable = null;
      return { kind: 'any', path: name.slice(0, -'/any'.length), inner };
    }
    const known = textFunctions.find((candidate) => candidate === name.toLowerCase());
    if (!known) return fail();
    const target = path();
    skip(',');
    const value = literal();
    skip(')');
    return { kind: 'call', name: known, path: target, literal: value };
  }
  function compare(): FilterNode {
    const target = path();
    const name = word().toLowerCase();
    const operator = comparisons.find((candidate) => candidate === name) ?? fail();
    return { kind: 'compare', path: target, operator, literal: literal() };
  }

  const tree = or();
  if (index < tokens.length) fail();
  return tree;
}
