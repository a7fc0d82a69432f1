/** Comments that the console could not be told yet, as they stand below an incident's own. */
import type { QueryClient } from '@tanstack/react-query';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentComment } from '@/lib/domain/incident/incident-detail';
import { outbox } from '@/lib/queries/outbox/outbox';
import { sessionQueries } from '@/lib/queries/session';

export function waitingComments(client: QueryClient, { key, defender }: Incident): IncidentComment[] {
  const me = client.getQueryData(sessionQueries.current().queryKey)?.me;
  return outbox.get().flatMap(({ of, at, act }): IncidentComment[] => {
    if (act.kind !== 'comment' || act.key !== key || of !== me?.name) return [];
    const system = defender === null ? 'sentinel' : 'defender';
    const author = me.displayName ?? me.name;
    return [{ id: act.commandId, system, author, text: act.text, createdAt: at, state: 'pending' }];
  });
}
