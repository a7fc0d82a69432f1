/** Regular expressions that take linear time whatever pattern and text are: a query may bring both. */
import { RE2JS, RE2JSException } from 're2js';
import { toRe2 } from '../regex-dialect';
import { QueryFault } from './query-fault';

const known = new Map<string, RE2JS>();

/** A compiled pattern; an invalid one is the query's fault. */
export function linearPattern(source: string): RE2JS {
  const found = known.get(source);
  if (found) return found;
  const compiled = compile(source);
  if (known.size > 500) known.clear();
  known.set(source, compiled);
  return compiled;
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(toRe2(source));
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    throw new QueryFault('SEM0260', 'A regular expression in the query is not valid.');
  }
}

export type Match = {
  readonly start: number;
  readonly groups: readonly string[];
  readonly named: (name: string) => string;
};

/** All matches from left to right; groups that took no part are empty. Group 0 is the whole match. */
export function matchesOf(pattern: RE2JS, text: string, from = 0): Match[] {
  const matcher = pattern.matcher(text);
  const found: Match[] = [];
  const names = pattern.namedGroups();
  for (let again = matcher.find(from); again; again = matcher.find()) {
    const groups = Array.from({ length: pattern.groupCount() + 1 }, (_, index) => matcher.group(index) ?? '');
    found.push({ start: matcher.start(), groups, named: (name) => groups[names[name] ?? -1] ?? '' });
  }
  return found;
}
