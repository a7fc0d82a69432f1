/** An incident in three lines: who saw it, how far it got, when it happened. Only what both systems say; no guesses. */
import { duration } from '@/components/vocabulary/format-time';
import { productWords } from '@/components/vocabulary/product-words';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import type { ChangesSince, HistoryEntry } from '@/lib/domain/incident/history';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';

function joined(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
}

export function sourceLine(incident: Incident): string {
  const alerts = `${incident.alertCount} ${incident.alertCount === 1 ? 'alert' : 'alerts'}`;
  const names = incident.products
    .filter((product) => product !== 'unknown')
    .map((product) => productWords[product].name.replace('Microsoft ', ''));
  if (names.length === 0) return `${alerts}.`;
  const confirmed = names.length > 1 ? ', confirmed by more than one source' : '';
  return `${alerts} from ${joined(names)}${confirmed}.`;
}

export function tacticLine(incident: Incident): string | null {
  return incident.tactics.length === 0 ? null : `${incident.tactics.map(tacticWord).join(' → ')}.`;
}

/** How long the activity went on, when both ends are known. */
export function activitySpan(incident: Incident): string | null {
  if (incident.firstActivityAt === null || incident.lastActivityAt === null) return null;
  const ms = Date.parse(incident.lastActivityAt) - Date.parse(incident.firstActivityAt);
  return ms <= 0 ? null : duration(ms);
}

/** What I did myself is no news, and what the systems made of somebody's act is that act: each is told once. */
export function newToMe({ entries, ...counts }: ChangesSince, me: Assignee | undefined): ChangesSince {
  const names = new Set([me?.name, me?.displayName].flatMap((name) => name?.toLowerCase() ?? []));
  const isMine = ({ by }: HistoryEntry) => by.name !== null && names.has(by.name.toLowerCase());
  const mine = new Set(entries.filter(isMine).flatMap(({ commandId }) => commandId ?? []));
  const told = new Set<string>();
  // Oldest first: the act itself comes before what the systems made of it.
  const news = entries.toReversed().filter((entry) => {
    const { commandId, what } = entry;
    if (isMine(entry) || (commandId !== null && mine.has(commandId))) return false;
    const act = `${commandId} ${what}`;
    if (commandId !== null && told.has(act)) return false;
    told.add(act);
    return true;
  });
  return { ...counts, entries: news.reverse() };
}

/** `3 alerts and 2 entities`, with the other changes counted after them. */
export function changesLine({ alerts, entities, entries }: ChangesSince): string {
  const others = entries.filter(({ what }) => what !== 'alerts' && what !== 'entities').length;
  const parts = [
    alerts === 0 ? null : `${alerts} ${alerts === 1 ? 'alert' : 'alerts'}`,
    entities === 0 ? null : `${entities} ${entities === 1 ? 'entity' : 'entities'}`,
    others === 0 ? null : `${others} ${others === 1 ? 'change' : 'changes'}`,
  ].filter((part) => part !== null);
  return joined(parts);
}
