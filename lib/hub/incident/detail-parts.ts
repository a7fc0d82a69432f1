/**
 * The parts of an opened incident, read from both systems and kept for a while: SecurityInsights allows 100 readings of
 * alerts, entities or comments in five minutes for the whole tenant. A part that cannot be read now shows what was read
 * before, and says since when.
 */
import type { Api } from '@/lib/api/api';
import type { PartFailure } from '@/lib/domain/incident/incident-detail';
import type { System } from '@/lib/domain/source/source';
import { budget } from '@/lib/hub/mirror/budget';
import { reasonOf } from '@/lib/hub/mirror/source-health';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelAlert } from '@/lib/wire/sentinel/alert';
import type { SentinelComment } from '@/lib/wire/sentinel/comment';
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';
import type { SentinelTask } from '@/lib/wire/sentinel/task';

/** `failure` beside a value: it is an older one. */
export type Part<Value> = { value: Value | null; failure: PartFailure | null };

export type DetailParts = {
  /** The Defender incident with its alerts and comments. `version` is the incident's time of change. */
  defender(id: string, version: string): Promise<Part<GraphIncident>>;
  sentinelAlerts(name: string, version: string): Promise<Part<SentinelAlert[]>>;
  sentinelEntities(name: string, version: string): Promise<Part<SentinelEntity[]>>;
  sentinelComments(name: string, version: string): Promise<Part<SentinelComment[]>>;
  sentinelTasks(name: string, version: string): Promise<Part<SentinelTask[]>>;
  /**
   * Something was written to the incident: read anew. What was only said of it (a status, a comment, a task) changes none of
   * Sentinel's parts but by their version, and SecurityInsights lets the tenant read a hundred of each in five minutes.
   */
  forget(id: string, what: 'said' | 'all'): void;
};

type Kept = { value: unknown; version: string; atMs: number; failingSince: string | null };

/** Opened incidents whose parts are kept; the least recently read go first. */
const keptIncidents = 500;

async function allPages<Element>(pages: AsyncIterable<Element[]>): Promise<Element[]> {
  const all: Element[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

/** `now` decides how long a part is fresh. No part ever rejects: the failure is in its answer. */
export function createDetailParts(api: Api, now: () => Date): DetailParts {
  const kept = new Map<string, Kept>();
  const flights = new Map<string, Promise<unknown>>();

  /** Readers of the same part share one request. */
  function fly<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
    const flying = flights.get(name);
    if (flying !== undefined) return asFlight<Value>(flying);
    const flight = read().finally(() => flights.delete(name));
    flights.set(name, flight);
    return flight;
  }

  async function part<Value>(
    where: { part: PartFailure['part']; system: System; id: string; version: string },
    read: () => Promise<Value>,
  ): Promise<Part<Value>> {
    const name = `${where.id}/${where.system}/${where.part}`;
    const before = kept.get(name);
    const fresh = before?.version === where.version && now().getTime() - before.atMs < budget.detailTtlMs;
    if (before !== undefined && fresh && before.failingSince === null)
      return { value: asKept<Value>(before), failure: null };
    try {
      const value = await fly(name, read);
      keep(name, { value, version: where.version, atMs: now().getTime(), failingSince: null });
      return { value, failure: null };
    } catch (error) {
      const since = before?.failingSince ?? now().toISOString();
      keep(name, {
        value: before?.value ?? null,
        version: where.version,
        atMs: before?.atMs ?? 0,
        failingSince: since,
      });
      const failure = { part: where.part, system: where.system, message: reasonOf(error), since };
      return { value: before === undefined ? null : asKept<Value>(before), failure };
    }
  }

  function keep(name: string, entry: Kept): void {
    kept.delete(name);
    kept.set(name, entry);
    // Up to five parts each.
    for (const oldest of kept.keys()) {
      if (kept.size <= keptIncidents * 5) break;
      kept.delete(oldest);
    }
  }

  const of = (part: PartFailure['part'], system: System, id: string, version: string) => ({
    part,
    system,
    id,
    version,
  });
  return {
    defender: (id, version) => part(of('incident', 'defender', id, version), () => api.graphSecurity.incidents.get(id)),
    sentinelAlerts: (id, version) => part(of('alerts', 'sentinel', id, version), () => api.sentinel.alerts.list(id)),
    sentinelEntities: (id, version) =>
      part(of('entities', 'sentinel', id, version), async () => (await api.sentinel.entities.list(id)).entities),
    sentinelComments: (id, version) =>
      part(of('comments', 'sentinel', id, version), () => allPages(api.sentinel.comments.list(id))),
    sentinelTasks: (id, version) =>
      part(of('tasks', 'sentinel', id, version), () => allPages(api.sentinel.tasks(id).list())),
    forget(id, what) {
      const stays = (name: string) => what === 'said' && name.includes('/sentinel/');
      for (const name of kept.keys()) if (name.startsWith(`${id}/`) && !stays(name)) kept.delete(name);
    },
  };
}

/** Guaranteed by `part`: a name is only ever used with one type of value, or with null while nothing was read. */
function asKept<Value>(entry: Kept): Value | null {
  return entry.value as Value | null;
}
/** As above. */
function asFlight<Value>(flight: Promise<unknown>): Promise<Value> {
  return flight as Promise<Value>;
}
