/** What the dot in the top bar says: how fresh the queue is, and what keeps it from being fresher. */
import { duration } from '@/components/vocabulary/format-time';
import { type SourceHealth, systemWords } from '@/lib/domain/source/source';

export type SyncState = {
  tone: 'good' | 'pending' | 'warning' | 'danger';
  word: string;
  /** One line per source, for the tooltip. */
  detail: string;
};

function lineOf(health: SourceHealth, now: Date): string {
  const name = systemWords[health.system];
  if (health.failingSince !== null)
    return `${name}: failing for ${duration(now.getTime() - Date.parse(health.failingSince))}${health.reason === null ? '' : ` (${health.reason})`}`;
  if (health.throttledUntil !== null && Date.parse(health.throttledUntil) > now.getTime())
    return `${name}: asked to wait ${duration(Date.parse(health.throttledUntil) - now.getTime())} more`;
  if (health.staleSince !== null)
    return `${name}: as it was ${duration(now.getTime() - Date.parse(health.staleSince))} ago, being read anew`;
  if (health.lastSuccessAt === null) return `${name}: first read is under way`;
  return `${name}: read ${duration(now.getTime() - Date.parse(health.lastSuccessAt))} ago`;
}

export function syncState(
  feed: 'live' | 'connecting' | 'lost',
  sources: readonly SourceHealth[] | undefined,
  now: Date,
): SyncState {
  if (feed === 'lost')
    return {
      tone: 'danger',
      word: 'connection lost',
      detail: 'The console does not answer. What you see may be old; reconnecting.',
    };
  if (sources === undefined || sources.length === 0)
    return { tone: 'pending', word: 'connecting', detail: 'Reading the queue' };
  const detail = sources.map((health) => lineOf(health, now)).join('\n');
  const failing = sources.filter((health) => health.failingSince !== null);
  if (failing.length > 0)
    return {
      tone: failing.length === sources.length ? 'danger' : 'warning',
      word: `${failing.map((health) => systemWords[health.system]).join(' and ')} failing`,
      detail,
    };
  const successes = sources.map((health) => (health.lastSuccessAt === null ? null : Date.parse(health.lastSuccessAt)));
  if (sources.some((health) => health.filledAt === null)) return { tone: 'pending', word: 'filling', detail };
  const stale = sources.flatMap(({ staleSince }) => (staleSince === null ? [] : [Date.parse(staleSince)]));
  if (stale.length > 0) return { tone: 'pending', word: `${duration(now.getTime() - Math.min(...stale))} old`, detail };
  const throttled = sources.filter(({ throttledUntil }) => Date.parse(throttledUntil ?? '') > now.getTime());
  if (throttled.length > 0)
    return {
      tone: 'pending',
      word: `${throttled.map(({ system }) => systemWords[system]).join(' and ')} throttled`,
      detail,
    };
  const oldest = Math.min(...successes.filter((at) => at !== null));
  return { tone: 'good', word: `sync ${duration(now.getTime() - oldest)}`, detail };
}
