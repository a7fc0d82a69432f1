/** What the hub's own copy of both queues says of the sync between them. Asks Microsoft for nothing. */
import type { Incident, Severity, SyncedField } from '@/lib/domain/incident/incident';
import { syncedFields } from '@/lib/domain/incident/incident';
import type { Faces } from '@/lib/domain/incident/merge';
import { sentinelDelayMs } from '@/lib/domain/incident/response-time';
import type { SeverityArrivals } from '@/lib/domain/sync/severity-choice';
import type { MissingTwin, SyncMeasures } from '@/lib/domain/sync/sync-overview';
import { severityFacts } from '@/lib/hub/trace/sync-facts';

const weekMs = 7 * 24 * 3_600_000;
/** More would be a second queue; the queue itself has them all. */
const mostListed = 20;

/** As much of the mirror as measuring needs. */
export type MirrorView = { all: () => readonly Incident[]; faces: (key: string) => Faces | null };

function lastArrival(incidents: readonly Incident[], faces: MirrorView['faces']): SyncMeasures['lastArrival'] {
  let last: SyncMeasures['lastArrival'] = null;
  for (const { key } of incidents) {
    const both = faces(key);
    if (!both?.defender || !both.sentinel) continue;
    const at = both.sentinel.createdAt;
    if (last !== null && Date.parse(at) <= Date.parse(last.at)) continue;
    last = { key, at, tookMs: Math.max(0, Date.parse(at) - Date.parse(both.defender.createdAt)) };
  }
  return last;
}

function lastChange(incidents: readonly Incident[]): SyncMeasures['lastChange'] {
  let last: SyncMeasures['lastChange'] = null;
  for (const { key, sync } of incidents)
    for (const field of syncedFields) {
      const known = sync[field];
      if (known?.state !== 'confirmed' || known.shownBy.length < 2) continue;
      if (last === null || known.since > last.at) last = { key, at: known.since, field };
    }
  return last;
}

type Newest = Pick<SeverityArrivals, 'newestArrivedAt' | 'stoppedAt'>;

/** Of those that `severityFacts` judges: up to when they arrived, and from when on they did not. */
function arrivalsOf(severity: Severity, incidents: readonly Incident[], now: Date): Newest {
  const judged = incidents
    .filter((incident) => incident.severity === severity && severityFacts([incident], now).length > 0)
    .sort((left, right) => left.createdAt.localeCompare(right.createdAt));
  const newestArrivedAt = judged.findLast(({ sentinel }) => sentinel !== null)?.createdAt ?? null;
  const missing = judged.find(({ sentinel, createdAt }) => sentinel === null && createdAt > (newestArrivedAt ?? ''));
  return { newestArrivedAt, stoppedAt: missing?.createdAt ?? null };
}

const twinOf = ({ key, title, severity, createdAt }: Incident): MissingTwin => ({ key, title, severity, createdAt });

/** `now` is the tenant's time. */
export function syncMeasures({ all, faces }: MirrorView, now: Date): SyncMeasures {
  const incidents = all();
  const ageMs = ({ createdAt }: Pick<Incident, 'createdAt'>): number => now.getTime() - Date.parse(createdAt);
  const recent = incidents.filter((incident) => ageMs(incident) < weekMs);
  const oldestFirst = recent
    .filter(({ defender, sentinel, redirectedTo }) => defender !== null && sentinel === null && redirectedTo === null)
    .sort((left, right) => left.createdAt.localeCompare(right.createdAt));
  const overdue = oldestFirst.filter((incident) => ageMs(incident) > sentinelDelayMs).reverse();
  const apart = incidents.flatMap(({ sync }) => syncedFields.flatMap((field: SyncedField) => sync[field] ?? []));
  const pending = apart.filter(({ state }) => state === 'pending');
  return {
    measuredAt: now.toISOString(),
    twins: incidents.filter(({ defender, sentinel }) => defender !== null && sentinel !== null).length,
    lastArrival: lastArrival(incidents, faces),
    lastChange: lastChange(incidents),
    waiting: oldestFirst.filter((incident) => ageMs(incident) <= sentinelDelayMs).map(twinOf),
    overdue: overdue.slice(0, mostListed).map(twinOf),
    overdueCount: overdue.length,
    pendingFields: pending.length,
    pendingSince: pending.map(({ since }) => since).sort()[0] ?? null,
    driftedFields: apart.filter(({ state }) => state === 'drifted').length,
    severities: severityFacts(recent, now).map((facts) => ({ ...facts, ...arrivalsOf(facts.severity, recent, now) })),
  };
}
