/**
 * What `set` statements ask for, within what the request allows: nothing lifts the limits of the API. Options that say
 * how Kusto should work, and unknown ones, change nothing here, as Kusto takes any name.
 * https://learn.microsoft.com/kusto/query/set-statement, https://learn.microsoft.com/kusto/api/rest/request-properties
 */
import type { KqlLanguage } from '@/lib/kql/language';
import type { LiteralValue } from '../ir';
import { lowerLiteral } from '../lower/expressions/literals';
import { ticksPerMs, ticksToMs } from '../ticks';
import type { RunLimits, RunOptions } from './contract';

export type QueryOptions = RunOptions & {
  readonly limits: RunLimits;
  /** query_take_max_records: more rows than these are left out, and that is no error. */
  readonly takeMost: number | undefined;
};

export function withQueryOptions(
  text: string,
  language: () => KqlLanguage,
  options: RunOptions & { readonly limits: RunLimits },
): QueryOptions {
  // The word is cheap to look for; most queries have none and are parsed once.
  const set = /\bset\s/.test(text) ? readSet(text, language()) : new Map<string, LiteralValue>();
  const { limits, now, timespan } = options;
  const whole = (name: string): number | undefined => {
    const value = set.get(name);
    return typeof value === 'bigint' && value >= 0n ? Number(value) : undefined;
  };
  const at = (name: string): Date | undefined => {
    const value = set.get(name);
    return typeof value === 'bigint' ? new Date(ticksToMs(value)) : undefined;
  };
  const wait = set.get('servertimeout');
  const [from, to] = [at('query_datetimescope_from'), at('query_datetimescope_to')];
  const scope = set.has('query_datetimescope_column') ? { start: from ?? new Date(0), end: to ?? now } : undefined;
  return {
    ...options,
    now: at('query_now') ?? now,
    ...(scope && { timespan: timespan ? overlap(timespan, scope) : scope }),
    limits: {
      rows: Math.min(limits.rows, whole('truncationmaxrecords') ?? limits.rows),
      bytes: Math.min(limits.bytes, whole('truncationmaxsize') ?? limits.bytes),
      waitMs: Math.min(limits.waitMs, typeof wait === 'bigint' ? Number(wait / ticksPerMs) : limits.waitMs),
    },
    takeMost: whole('query_take_max_records'),
  };
}

type Span = NonNullable<RunOptions['timespan']>;

const overlap = (a: Span, b: Span): Span => ({
  start: new Date(Math.max(a.start.getTime(), b.start.getTime())),
  end: new Date(Math.min(a.end.getTime(), b.end.getTime())),
});

/** Names in lower case; an option without a value is true. */
function readSet(text: string, language: KqlLanguage): Map<string, LiteralValue> {
  const found = new Map<string, LiteralValue>();
  for (const statement of language.analyse(text).syntax?.list('Statements') ?? []) {
    if (statement.kind !== 'SetOptionStatement') continue;
    const value = statement.optional('ValueClause')?.elements().at(-1);
    const literal = value && lowerLiteral(value);
    found.set(statement.child('Name').simpleName.toLowerCase(), literal?.kind === 'literal' ? literal.value : true);
  }
  return found;
}
