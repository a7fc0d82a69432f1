import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import * as columns from '@/lib/base/columns';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { blockRows, decodeIncidents } from '@/lib/domain/incident/incident-table';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';
import { createIncidentBytes } from '@/lib/rpc/incident-bytes';

function incident(index: number): Incident {
  const at = new Date(Date.UTC(2025, 0, 15, 10, 0, index)).toISOString();
  return plainIncident({
    key: String(index),
    title: `Impossible travel „${index % 9}“ ✈`,
    alertCount: index % 5,
    tactics: ['InitialAccess'],
    createdAt: at,
    updatedAt: at,
  });
}

const incidents = Array.from({ length: 2 * blockRows + 100 }, (_, index) => incident(index));
const list: IncidentList = { incidents, health: [], now: '2025-01-15T10:05:00.000Z', seq: 7 };

const read = (bytes: Buffer) => decodeIncidents(JSON.parse(gunzipSync(bytes).toString()).result.data);

test.each([0, 1, blockRows, blockRows + 1, incidents.length])('%i incidents come back to the letter', async (count) => {
  const some = { ...list, incidents: incidents.slice(0, count) };
  expect(await read(await createIncidentBytes()(some))).toEqual(some);
});

test('only blocks with another incident in them are written again', async () => {
  const written = vi.spyOn(columns, 'encodeColumns');
  const wholeLists = () => written.mock.calls.filter(([rows]) => rows.some((row) => 'title' in row)).length;
  const bytes = createIncidentBytes();
  await bytes(list);
  const first = wholeLists();
  expect(first).toBe(3);
  await bytes({ ...list, seq: 8 });
  expect(wholeLists()).toBe(first);
  const changed = incidents.with(blockRows + 5, { ...incident(blockRows + 5), status: 'resolved' });
  const after = { ...list, incidents: changed, seq: 9 };
  expect(await read(await bytes(after))).toEqual(after);
  expect(wholeLists()).toBe(first + 1);
  written.mockRestore();
});

test('who asks while it is being written waits for the same blocks', async () => {
  const bytes = createIncidentBytes();
  const other = { ...list, incidents: incidents.slice(1) };
  const answers = await Promise.all([bytes(list), bytes(other), bytes(list)]);
  const keys = ({ incidents: rows }: IncidentList) => rows.map(({ key }) => key).join();
  for (const [at, asked] of [list, other, list].entries())
    expect(keys(await read(answers[at] ?? Buffer.alloc(0)))).toBe(keys(asked));
});
