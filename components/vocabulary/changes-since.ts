/** What happened while somebody was away, in words: counted by kind, without what he did himself. */
import type { ChangesSince, HistoryEntry } from '@/lib/domain/incident/history';
import type { Assignee } from '@/lib/domain/incident/incident';

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
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
}
