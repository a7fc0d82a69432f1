/**
 * What Microsoft's editor parser marks although Kusto's engine answers it: count(x) counts rows whatever x is, a search
 * may negate a bare term, an empty bag literal passes for an array, and some documented arguments of plugins.
 */
import type { QueryProblem } from '@/lib/kql/problem';

export function isTolerated(problem: QueryProblem, text: string): boolean {
  const before = text.slice(0, problem.start);
  const marked = text.slice(problem.start, problem.start + problem.length);
  switch (problem.code) {
    case 'KS107':
      return (
        /\bcount\s*\(\s*$/.test(before) ||
        /\bsearch\b[^|]*\bnot\s*\(\s*$/.test(before) ||
        inBagUnpack(before) ||
        isDegree(before)
      );
    case 'KS119':
      return marked === 'bag_unpack';
    case 'KS131':
      return inBagUnpack(before);
    // The last part of make_timespan() and make_datetime() is seconds with decimals.
    case 'KS134':
      return /\bmake_(?:timespan|datetime)\s*\([^()]*$/.test(before);
    // The user-analytics plugins take a calendar step in words.
    case 'KS138':
      return /^["'](week|month|year)["']$/i.test(marked);
    default:
      return problem.code === 'KS234';
  }
}

/** The parser knows only the first two arguments. https://learn.microsoft.com/kusto/query/bag-unpack-plugin */
const inBagUnpack = (before: string): boolean => /\bevaluate\b[^|;]*\bbag_unpack\s*\([^|;]*$/.test(before);

/** A whole number for the degree is an int to Kusto. https://learn.microsoft.com/kusto/query/series-fit-poly-function */
const isDegree = (before: string): boolean => /\bseries_fit_poly\s*\((?:[^()]|\([^()]*\))*,\s*$/.test(before);
