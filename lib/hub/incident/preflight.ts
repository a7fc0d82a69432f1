/** What is still open about incidents that somebody is about to close. */
import type { Api } from '@/lib/api/api';
import { type ClosePreflight, mostPreflights } from '@/lib/domain/incident/close-preflight';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import { openTasks, type Tried } from '@/lib/hub/incident/incident-parts';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import { reasonOf } from '@/lib/hub/mirror/source-health';

/** Alerts come from the mirror; tasks and actions on devices are asked for. */
export type PreflightOptions = { api: Api; mirror: Mirror; alertMirror: AlertMirror };

type PendingAction = { device: string; words: string };

/** Every action of the tenant that has not ended: there are few of them at any time. */
async function pendingActions(api: Api): Promise<Tried<PendingAction[]>> {
  try {
    const filter = "status eq 'Pending' or status eq 'InProgress'";
    const actions = await api.defenderEndpoint.machineActions.list({ filter });
    return {
      value: actions.map(({ type, status, computerDnsName }) => ({
        device: (computerDnsName ?? '').toLowerCase(),
        words: `${type} on ${computerDnsName ?? 'a device'} (${status})`,
      })),
      failures: [],
    };
  } catch (error) {
    return { value: [], failures: [`Actions on devices could not be read: ${reasonOf(error)}.`] };
  }
}

const shortName = (device: string) => device.toLowerCase().split('.')[0] ?? device;

/** In the order of the keys, each once. Never rejects: what could not be read is in `failures`. */
export async function closePreflight(
  { api, mirror, alertMirror }: PreflightOptions,
  keys: readonly string[],
): Promise<ClosePreflight[]> {
  const wanted = new Set(keys);
  const unresolved = new Map<string, number>();
  const devices = new Map<string, Set<string>>();
  for (const { incidentKey, status, devices: names } of alertMirror.all()) {
    if (incidentKey === null || !wanted.has(incidentKey)) continue;
    if (status !== 'resolved') unresolved.set(incidentKey, (unresolved.get(incidentKey) ?? 0) + 1);
    const known = devices.get(incidentKey) ?? new Set();
    for (const name of names) known.add(shortName(name));
    devices.set(incidentKey, known);
  }
  const notRead = wanted.size > mostPreflights;
  const actions: Tried<PendingAction[]> = notRead ? { value: [], failures: [] } : await pendingActions(api);
  return Promise.all(
    [...wanted].map(async (key): Promise<ClosePreflight> => {
      const tasks: Tried<string[]> = notRead ? { value: [], failures: [] } : await openTasks(api, mirror, key);
      return {
        key,
        openTasks: tasks.value.map((title) => ({ title, system: 'sentinel' })),
        unresolvedAlerts: unresolved.get(key) ?? 0,
        pendingActions: actions.value
          .filter(({ device }) => devices.get(key)?.has(shortName(device)) === true)
          .map(({ words }) => words),
        failures: [...tasks.failures, ...actions.failures],
        notRead,
      };
    }),
  );
}
