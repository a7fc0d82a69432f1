/**
 * Delivering a merge or a move of alerts. Neither carries an id of ours, so a repeated attempt looks first at what is
 * already where it should be.
 */
import type { Api } from '@/lib/api/api';
import type { CommandAct } from '@/lib/domain/incident/command';
import type { Delivered } from '@/lib/hub/journal/deliver';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';

type Merge = Extract<CommandAct, { kind: 'merge' }>;
type Move = Extract<CommandAct, { kind: 'moveAlerts' }>;

async function readAll(api: Api, ids: readonly string[]): Promise<GraphIncident[]> {
  const incidents: GraphIncident[] = [];
  for (const id of new Set(ids)) incidents.push(await api.graphSecurity.incidents.get(id));
  return incidents;
}

/** Answers all incidents as they are afterwards, and the act with the survivor that Defender chose. */
export async function mergeIncidents(api: Api, act: Merge, again: boolean): Promise<Delivered> {
  const keys = [act.survivor, ...act.sources];
  const before = again ? await readAll(api, keys) : [];
  const gone = new Set(before.filter(({ status }) => status === 'redirected').map(({ id }) => id));
  const left = keys.filter((key) => !gone.has(key));
  let survivor = left[0] ?? act.survivor;
  if (left.length > 1) {
    const { targetIncidentId } = await api.graphSecurity.regroup.mergeIncidents({
      incidentIds: left,
      ...(act.comment === null ? {} : { incidentComment: act.comment }),
      ...(act.mergeReasons.length === 0 ? {} : { mergeReasons: act.mergeReasons.join(', ') }),
    });
    survivor = targetIncidentId;
  }
  const after = await readAll(api, keys);
  // Defender decides which incident stays.
  return { defender: after, act: { ...act, survivor, sources: keys.filter((key) => key !== survivor) } };
}

/** Answers both incidents as they are afterwards, and the act with the incident that was made when `to` was null. */
export async function moveAlerts(api: Api, act: Move, from: string, again: boolean): Promise<Delivered> {
  let waiting = act.alertIds;
  let to = act.to;
  if (again) {
    const places = new Map<string, string | null>();
    for (const id of act.alertIds) places.set(id, (await api.graphSecurity.alerts.get(id)).incidentId ?? null);
    // A new incident was made by the attempt whose answer was lost.
    to ??= [...places.values()].find((place) => place !== null && place !== from) ?? null;
    waiting = act.alertIds.filter((id) => places.get(id) !== to);
  }
  if (waiting.length > 0) {
    const { targetIncidentId } = await api.graphSecurity.regroup.moveAlerts({
      alertIds: waiting,
      ...(to === null ? {} : { incidentId: to }),
      ...(act.comment === null ? {} : { alertComment: act.comment }),
      ...(act.moveReasons.length === 0 ? {} : { newCorrelationReasons: act.moveReasons.join(', ') }),
    });
    to = targetIncidentId;
  }
  return { defender: await readAll(api, to === null ? [from] : [from, to]), act: { ...act, to } };
}
