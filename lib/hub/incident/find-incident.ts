/**
 * The incident that an id means: from the mirror where it is there, else from the systems themselves, because an
 * incident may be a second old or the mirror may still be filling.
 */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import { fromGraph } from '@/lib/domain/incident/from-graph';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import { type IncidentName, identifyIncident } from '@/lib/domain/incident/identify';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentMeaning, IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import { reasonOf } from '@/lib/hub/mirror/source-health';

type Read<Incidents, Verb extends keyof Incidents> = { incidents: Pick<Incidents, Verb> };
/** As much of the mirror as finding needs. */
type Names = Pick<Mirror, 'keyOfName' | 'keyOfNumber' | 'putDefender' | 'putSentinel'> & {
  get: (key: string) => Pick<Incident, 'key' | 'redirectedTo'> | undefined;
};

/** `publish` tells the browsers of what finding has put into the mirror. */
export type FindOptions = {
  api: {
    graphSecurity: Read<Api['graphSecurity']['incidents'], 'get'>;
    sentinel: Read<Api['sentinel']['incidents'], 'get' | 'list'>;
  };
  mirror: Names;
  publish: () => void;
};

/** Both of Microsoft's ways to say that there is no such incident. A malformed id is none either. */
function isAbsent(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 400);
}

function inMirror(mirror: Names, name: IncidentName): string | undefined {
  switch (name.kind) {
    case 'defenderId':
      return mirror.get(name.id)?.key;
    case 'sentinelName':
      return mirror.keyOfName(name.name);
    case 'sentinelNumber':
      return mirror.keyOfNumber(name.number);
  }
}

/** Reads one incident into the mirror; false when the system does not know it. */
async function fetchInto({ api, mirror, publish }: FindOptions, name: IncidentName): Promise<boolean> {
  try {
    if (name.kind === 'defenderId') mirror.putDefender([fromGraph(await api.graphSecurity.incidents.get(name.id))]);
    else if (name.kind === 'sentinelName') {
      mirror.putSentinel([fromSentinel(await api.sentinel.incidents.get(name.name))]);
    } else {
      const filter = `properties/incidentNumber eq ${name.number}`;
      let found = false;
      for await (const page of api.sentinel.incidents.list({ filter })) {
        mirror.putSentinel(page.map(fromSentinel));
        found ||= page.length > 0;
      }
      if (!found) return false;
    }
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
  publish();
  return true;
}

const places: Record<IncidentName['kind'], string> = {
  defenderId: 'Defender incidents by number',
  sentinelName: 'Sentinel incidents by GUID',
  sentinelNumber: 'Sentinel incidents by number',
};

/** What each name means as far as the mirror knows; asking Microsoft about every digit that is typed would cost its quota. */
function meaningsIn(mirror: Names, names: readonly IncidentName[]): IncidentMeaning[] {
  const meanings = new Map<string, IncidentMeaning>();
  for (const name of names) {
    const known = inMirror(mirror, name);
    if (known === undefined) continue;
    const key = mirror.get(known)?.redirectedTo ?? known;
    if (!meanings.has(key)) meanings.set(key, { key, system: name.kind === 'defenderId' ? 'defender' : 'sentinel' });
  }
  return [...meanings.values()];
}

function answer(mirror: Names, key: string, names: readonly IncidentName[]): IncidentResolveReply {
  const redirectedTo = mirror.get(key)?.redirectedTo ?? null;
  const known = meaningsIn(mirror, names);
  const meanings = known.length > 1 ? { meanings: known } : {};
  return redirectedTo === null
    ? { kind: 'found', key, ...meanings }
    : { kind: 'redirected', to: redirectedTo, ...meanings };
}

/** Never rejects because a system is down: then `lookedIn` says that it could not be asked. */
export async function findIncident(options: FindOptions, text: string): Promise<IncidentResolveReply> {
  const names = identifyIncident(text);
  for (const name of names) {
    const key = inMirror(options.mirror, name);
    if (key !== undefined) return answer(options.mirror, key, names);
  }
  const lookedIn: string[] = [];
  for (const name of names) {
    try {
      const found = await fetchInto(options, name);
      const key = found ? inMirror(options.mirror, name) : undefined;
      if (key !== undefined) return answer(options.mirror, key, names);
      lookedIn.push(places[name.kind]);
    } catch (error) {
      lookedIn.push(`${places[name.kind]} (could not be asked: ${reasonOf(error)})`);
    }
  }
  return { kind: 'unknown', lookedFor: text, lookedIn };
}
