/** The guided check: a change of status and tags on an incident of both systems, watched until both show it, and taken back. */
import type { Incident, IncidentChanges, SyncedField } from '@/lib/domain/incident/incident';
import type { System } from '@/lib/domain/source/source';
import { systems } from '@/lib/domain/source/source';

/** One field whose words differ between the systems, and one that is a list. */
export const checkedFields = ['status', 'tags'] as const satisfies readonly SyncedField[];
export type CheckedField = (typeof checkedFields)[number];

/** Added there, taken away on the way back. */
export const checkTag = 'sync-check';

/** When each system was first seen to show each field; ISO 8601. */
type Shown = Readonly<Partial<Record<CheckedField, Partial<Record<System, string>>>>>;

/** One way: there, or back. */
export type CheckLeg = { readonly commandId: string; readonly startedAt: string; readonly shown: Shown };

/** How one way stands; only `watching` can still become another. */
export type LegState =
  | { kind: 'watching' }
  | { kind: 'arrived' }
  /** A system said no. */
  | { kind: 'refused'; reason: string }
  /** Somebody else changed the same field meanwhile, so its arrival can no longer be told. */
  | { kind: 'overtaken'; field: CheckedField };

/** `startedAt` is the server's time, ISO 8601 UTC. */
export const beginLeg = (commandId: string, startedAt: string): CheckLeg => ({ commandId, startedAt, shown: {} });

/** Whether nothing else is going on with it that the check would disturb or be disturbed by. */
export function isCheckable({ defender, sentinel, status, redirectedTo, tags, sync }: Incident): boolean {
  return (
    defender !== null &&
    sentinel !== null &&
    redirectedTo === null &&
    (status === 'new' || status === 'inProgress') &&
    tags.every(({ name }) => name !== checkTag) &&
    Object.values(sync).every(({ state }) => state === 'confirmed')
  );
}

const rank = { informational: 0, low: 1, unknown: 2, medium: 3, high: 4 } as const;

/** What can be checked with, the most harmless first: nobody's, of low severity, new, long untouched. */
export function checkCandidates(incidents: readonly Incident[], most: number): Incident[] {
  return incidents
    .filter(isCheckable)
    .sort(
      (left, right) =>
        Number(left.assignee !== null) - Number(right.assignee !== null) ||
        rank[left.severity] - rank[right.severity] ||
        Number(left.status !== 'new') - Number(right.status !== 'new') ||
        left.updatedAt.localeCompare(right.updatedAt),
    )
    .slice(0, most);
}

/** What the check changes; taking the command back restores both fields. */
export function checkChanges({ status, tags }: Incident): IncidentChanges {
  return {
    status: status === 'new' ? 'inProgress' : 'new',
    tags: [...tags, { name: checkTag, origin: 'analyst' }],
  };
}

/** The leg with what the incident shows by now. `at` is the server's time; the same leg when nothing is new. */
export function noteShown(leg: CheckLeg, incident: Incident, at: string): CheckLeg {
  let shown = leg.shown;
  for (const field of checkedFields) {
    const sync = incident.sync[field];
    if (sync?.commandId !== leg.commandId || (sync.state !== 'pending' && sync.state !== 'confirmed')) continue;
    for (const system of sync.shownBy) {
      if (shown[field]?.[system] !== undefined) continue;
      // The console saw it at that time, which may be earlier than this page did.
      const seenAt = sync.state === 'confirmed' && sync.since < at ? sync.since : at;
      shown = { ...shown, [field]: { ...shown[field], [system]: seenAt } };
    }
  }
  return shown === leg.shown ? leg : { ...leg, shown };
}

const isShown = ({ shown }: CheckLeg, field: CheckedField): boolean =>
  systems.every((system) => shown[field]?.[system] !== undefined);

/** As the incident stands now. The first field that was refused or overtaken decides. */
export function legState(leg: CheckLeg, incident: Incident): LegState {
  for (const field of checkedFields) {
    const sync = incident.sync[field];
    if (sync?.commandId === leg.commandId && sync.state === 'refused')
      return { kind: 'refused', reason: sync.reason ?? 'No reason was given.' };
    if (!isShown(leg, field) && sync?.commandId !== leg.commandId) return { kind: 'overtaken', field };
  }
  return checkedFields.every((field) => isShown(leg, field)) ? { kind: 'arrived' } : { kind: 'watching' };
}

/** Who took longest on this way, and for what; null when nothing was seen. */
export function slowest(leg: CheckLeg): { system: System; field: CheckedField; waitMs: number } | null {
  let last: { system: System; field: CheckedField; waitMs: number } | null = null;
  for (const field of checkedFields)
    for (const system of systems) {
      const waitMs = waitedMs(leg, field, system);
      if (waitMs !== null && (last === null || waitMs > last.waitMs)) last = { system, field, waitMs };
    }
  return last;
}

/** How long a system kept the analyst waiting for a field, in ms; null while it does. */
export function waitedMs({ startedAt, shown }: CheckLeg, field: CheckedField, system: System): number | null {
  const at = shown[field]?.[system];
  return at === undefined ? null : Math.max(0, Date.parse(at) - Date.parse(startedAt));
}
