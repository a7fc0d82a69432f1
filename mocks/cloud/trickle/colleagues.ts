/**
 * The rest of the SOC at work in Defender: some of the incidents that trickle in are taken by a colleague, and closed a
 * while later. Incidents that the tenant started with are left to whoever uses the console.
 */
import { createRandom } from '@/lib/base/random';
import type { Actor } from '@/mocks/store/events';
import type { LiveStory } from '@/mocks/store/live-story';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';

const minuteMs = 60_000;
/** How many of the new incidents somebody takes, and how many of those are closed. */
const takenShare = 0.5;
const closedShare = 0.6;

/** Decides, by seed and id, whether a colleague takes this incident, and lets them. */
export function letColleaguesAct(store: Store, incident: GraphIncidentRecord, verdicts: LiveStory['verdicts']): void {
  const random = createRandom(store.seed, `colleagues/${incident.id}`);
  if (!random.chance(takenShare)) return;
  const analyst = random.pick(store.company.soc);
  const by: Actor = { kind: 'caller', name: analyst.upn };
  const { clock, graphIncidents } = store;

  const take = (): void => {
    // Somebody at the console may have been quicker.
    if (incident.fields.status !== 'active' || incident.fields.assignedTo) return;
    graphIncidents.change(incident, { status: 'inProgress', assignedTo: analyst.upn }, by);
    if (random.chance(closedShare)) clock.after(random.between(6, 25) * minuteMs, close);
  };
  const close = (): void => {
    if (incident.fields.status !== 'inProgress' || incident.fields.assignedTo !== analyst.upn) return;
    const { note, classification, determination } = random.pick(verdicts);
    graphIncidents.comment(incident, note, by, analyst.displayName);
    const verdict = { classification, determination, resolvingComment: note };
    graphIncidents.change(incident, { status: 'resolved', ...verdict }, by);
  };
  clock.after(random.between(1, 8) * minuteMs, take);
}
