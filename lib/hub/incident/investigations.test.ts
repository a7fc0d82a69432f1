import { describe, expect, test } from 'vitest';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';
import { readInvestigations } from '@/lib/hub/incident/investigations';
import type { EndpointInvestigation } from '@/lib/wire/defender-endpoint/investigation';

const machine = 'a'.repeat(40);

function detailWith(deviceIds: readonly string[], inDefender = true): IncidentDetail {
  const entities = deviceIds.map((value, index) => ({
    kind: 'device' as const,
    id: `device:${index}`,
    label: `pc-${index}`,
    facts: [{ name: 'mdeDeviceId', value }],
    alertIds: [],
    roles: [],
    verdict: 'unknown' as const,
    remediation: null,
  }));
  const incident = plainIncident({
    ...(inDefender ? {} : { defender: null }),
    firstActivityAt: '2025-01-15T08:00:00.000Z',
  });
  return { incident, alerts: [], entities, comments: [], failures: [], readAt: '' };
}

const wire = (id: string, startTime: string): EndpointInvestigation => ({
  ...{ id, startTime, state: 'PendingApproval', computerDnsName: 'pc-1.contoso.com', machineId: machine },
});

/** Answers, or fails with what it is given; remembers the filters. */
function endpoint(answer: EndpointInvestigation[] | Error) {
  const filters: (string | undefined)[] = [];
  const list = async ({ filter }: { filter?: string } = {}) => {
    filters.push(filter);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { filters, api: { defenderEndpoint: { investigations: { list } } } };
}

describe('investigations', () => {
  test('are those on the incident’s devices since it began, the newest first, in Graph’s spelling', async () => {
    const { api, filters } = endpoint([
      wire('old', '2025-01-14T08:00:00.000Z'),
      wire('first', '2025-01-15T08:30:00Z'),
      wire('second', '2025-01-15T09:30:00Z'),
    ]);
    const { onDevices, failure } = await readInvestigations(api, detailWith([machine.toUpperCase()]));
    expect(filters).toEqual([`machineId eq '${machine}'`]);
    expect(onDevices.map(({ id, state }) => [id, state])).toEqual([
      ['second', 'pendingApproval'],
      ['first', 'pendingApproval'],
    ]);
    expect(failure).toBeNull();
  });

  test('a device id that is none never gets into the filter', async () => {
    const { api, filters } = endpoint([]);
    await readInvestigations(api, detailWith(["x' or id ne '", machine]));
    expect(filters).toEqual([`machineId eq '${machine}'`]);
  });

  test('M34: nobody is asked about an incident that Sentinel alone has, or one without devices', async () => {
    const { api, filters } = endpoint([]);
    await readInvestigations(api, detailWith([machine], false));
    await readInvestigations(api, detailWith([]));
    expect(filters).toEqual([]);
  });

  test('a failure is told, and so are devices beyond what one question holds', async () => {
    const { api } = endpoint(new Error('The service is down'));
    const many = Array.from({ length: 23 }, (_, index) => index.toString(16).padStart(40, '0'));
    expect(await readInvestigations(api, detailWith(many))).toEqual({
      onDevices: [],
      failure: expect.stringContaining('The service is down'),
      unaskedDevices: 3,
    });
  });
});
