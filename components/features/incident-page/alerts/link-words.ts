/** What an alert shares with another one of its incident, as words. */
import { durationWords } from '@/components/features/incident-page/story/duration-words';
import { entityWords } from '@/components/vocabulary/entity-words';
import { linkWindowMs, type SharedEntity } from '@/lib/domain/alert/shared-entities';

/** `user`, `IP address`, `Azure resource`: abbreviations and names keep their capitals. */
export function kindWords(kind: SharedEntity['entity']['kind']): string {
  const { one } = entityWords[kind];
  return /^(?!Azure)[A-Z][a-z]/u.test(one) ? one.toLowerCase() : one;
}

/** `same user`. */
export const sameWords = (kind: SharedEntity['entity']['kind']): string => `same ${kindWords(kind)}`;

/** `12 min earlier`, `at the same time`: when the other alert was, seen from this one. */
export function gapWords(gapMs: number): string {
  if (Math.abs(gapMs) < 1_000) return 'at the same time';
  return `${durationWords(Math.abs(gapMs))} ${gapMs < 0 ? 'earlier' : 'later'}`;
}

export const windowWords = durationWords(linkWindowMs);

/** Those that are shared with the alert that has most of them, for a line; the others are counted. */
export function mainLink(shared: readonly SharedEntity[]): { with: SharedEntity; also: SharedEntity[] } | null {
  const counts = new Map<string, number>();
  for (const { nearest } of shared) counts.set(nearest.id, (counts.get(nearest.id) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  // The first one is the most telling.
  const chosen = shared.find(({ nearest }) => counts.get(nearest.id) === most);
  if (chosen === undefined) return null;
  return { with: chosen, also: shared.filter((one) => one !== chosen && one.nearest.id === chosen.nearest.id) };
}
