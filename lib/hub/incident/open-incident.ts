/** Opening an incident by any of its names: merged ones lead to what they were merged into, unless their own past is asked for. */
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import type { IncidentDetailReply, IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';
import type { DetailParts } from '@/lib/hub/incident/detail-parts';
import type { Detail } from '@/lib/hub/incident/incident-parts';
import { readDetail } from '@/lib/hub/incident/read-detail';
import type { Journal } from '@/lib/hub/journal/journal';
import type { Mirror } from '@/lib/hub/mirror/mirror';

/** `find` is `findIncident` with its options. */
export type OpenIncidentOptions = {
  find: (text: string) => Promise<IncidentResolveReply>;
  mirror: Pick<Mirror, 'get'>;
  parts: DetailParts;
  journal: Pick<Journal, 'commentsOf'>;
  now: () => Date;
};

export type OpenIncident = {
  detail: Detail;
  /** What is left of an incident that was merged into another; null when this one was not. */
  mergedAway: (key: string) => Promise<IncidentDetail | null>;
};

/** Only `detail` asks the systems for incidents that the mirror does not have. */
export function createOpenIncident({ find, mirror, parts, journal, now }: OpenIncidentOptions): OpenIncident {
  async function read(key: string): Promise<IncidentDetail | null> {
    const incident = mirror.get(key);
    return incident === undefined ? null : readDetail(incident, parts, journal.commentsOf(key), now);
  }

  return {
    async detail(key): Promise<IncidentDetailReply> {
      const reply = await find(key);
      if (reply.kind === 'unknown') return reply;
      if (reply.kind === 'redirected') return { kind: 'redirected', to: reply.to };
      if (reply.key !== key) return { kind: 'redirected', to: reply.key };
      const detail = await read(key);
      return detail === null ? { kind: 'unknown', lookedFor: key, lookedIn: [] } : { kind: 'found', detail };
    },
    async mergedAway(key) {
      if ((await find(key)).kind !== 'redirected') return null;
      return (mirror.get(key)?.redirectedTo ?? null) === null ? null : read(key);
    },
  };
}
