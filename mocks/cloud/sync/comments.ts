/**
 * Comments travel once, when they are new, as they are by then. Edits and deletions stay on their side: Defender's
 * comments cannot be changed at all. https://learn.microsoft.com/azure/sentinel/move-to-defender
 */
import type { Conduit } from '@/mocks/cloud/sync/conduit';
import { carriedCommentName } from '@/mocks/cloud/sync/twin';
import type { Actor, StoreEvent } from '@/mocks/store/events';
import type { Store } from '@/mocks/store/store';

/** https://learn.microsoft.com/azure/sentinel/sentinel-service-limits#incident-limits */
const mostComments = 100;

type CommentEvent = Extract<StoreEvent, { kind: 'graphCommentAdded' | 'sentinelCommentAdded' }>;

export function carryComment(store: Store, conduit: Conduit, event: CommentEvent, carrier: Actor): void {
  if (event.by.kind === 'sync') return;
  const { changeMs } = store.connections.sync();
  if (event.kind === 'graphCommentAdded') {
    const { incident, text, author } = event;
    const name = carriedCommentName(incident.id, (incident.fields.comments?.length ?? 1) - 1);
    conduit.send(changeMs, () => {
      const twin = incident.twin ? store.sentinelIncidents.byName(incident.twin) : undefined;
      if (!twin || twin.comments.length >= mostComments) return;
      if (twin.comments.some((comment) => comment.name === name)) return;
      const from = { name: author, email: null, objectId: null, userPrincipalName: null };
      store.sentinelIncidents.addComment(twin, { name, message: text, author: from }, carrier);
    });
    return;
  }
  const { incident, comment } = event;
  if (incident.twin === null) return;
  conduit.send(changeMs, () => {
    const twin = incident.twin ? store.graphIncidents.byId(incident.twin) : undefined;
    // One that was taken back before it left was never there.
    if (!twin || !incident.comments.includes(comment)) return;
    store.graphIncidents.comment(twin, comment.message, carrier, comment.author.name);
  });
}
