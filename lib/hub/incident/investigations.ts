/**
 * The automated investigations on an incident's devices, from Defender for Endpoint: an alert tells its own one's state,
 * and nobody tells which investigations an incident has.
 */
import type { Api } from '@/lib/api/api';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import type { IncidentInvestigations, Investigation } from '@/lib/domain/incident/investigation';
import { utcOrNull } from '@/lib/domain/text/utc';
import { reasonOf } from '@/lib/hub/mirror/source-health';
import type { EndpointInvestigation } from '@/lib/wire/defender-endpoint/investigation';

/** What one filter names; more would make an address that Microsoft's gateways refuse. */
const mostDevices = 20;
const machineId = /^[0-9a-f]{40}$/iu;

function devicesOf({ entities, alerts }: IncidentDetail): string[] {
  const all = [...entities, ...alerts.flatMap(({ evidence }) => evidence.map(({ entity }) => entity))];
  const ids = all
    .filter(({ kind }) => kind === 'device')
    .flatMap(({ facts }) => facts.filter(({ name }) => name === 'mdeDeviceId').map(({ value }) => value.toLowerCase()));
  // They go into a filter's text: nothing but a machine id does.
  return [...new Set(ids)].filter((id) => machineId.test(id));
}

function fromEndpoint(wire: EndpointInvestigation): Investigation {
  return {
    id: wire.id,
    state: wire.state.charAt(0).toLowerCase() + wire.state.slice(1),
    stateDetails: wire.statusDetails || null,
    device: wire.computerDnsName || wire.machineId || null,
    startedAt: utcOrNull(wire.startTime),
    endedAt: utcOrNull(wire.endTime),
    alertId: wire.triggeringAlertId || null,
  };
}

/** Never rejects because Defender for Endpoint is down: then `failure` says so. */
export async function readInvestigations(
  api: { defenderEndpoint: { investigations: Pick<Api['defenderEndpoint']['investigations'], 'list'> } },
  detail: IncidentDetail,
): Promise<IncidentInvestigations> {
  const { defender, firstActivityAt, createdAt } = detail.incident;
  const devices = defender === null ? [] : devicesOf(detail);
  const asked = devices.slice(0, mostDevices);
  const unaskedDevices = devices.length - asked.length;
  if (asked.length === 0) return { onDevices: [], failure: null, unaskedDevices };
  const filter = asked.map((id) => `machineId eq '${id}'`).join(' or ');
  const since = firstActivityAt ?? createdAt;
  try {
    const found = (await api.defenderEndpoint.investigations.list({ filter })).map(fromEndpoint);
    const onDevices = found
      .filter(({ startedAt }) => startedAt === null || startedAt >= since)
      .sort((left, right) => (right.startedAt ?? '').localeCompare(left.startedAt ?? ''));
    return { onDevices, failure: null, unaskedDevices };
  } catch (error) {
    return { onDevices: [], failure: reasonOf(error), unaskedDevices };
  }
}
