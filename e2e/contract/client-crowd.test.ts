/** More alerts changed at one instant than `$skip` can reach: the client finds all of them, by documented filters. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connectClient } from '@/e2e/contract/client-connection';
import type { ApiError } from '@/lib/api/transport/api-error';
import { collect } from '@/lib/base/collect';

const crowd = 1_300;
const changedAt = '2025-01-15T10:00:00.000Z';
let connection: Connection;

/** Copies of an alert that all changed at one instant. */
function crowdTogether({ tenant: { store } }: Connection, from: number, createdAt: (index: number) => string): void {
  const original = [...store.alerts.all()].find(({ inGraph }) => inGraph);
  if (original === undefined) throw new Error('the tenant has no alert to copy');
  for (let index = from; index < from + crowd; index += 1) {
    const id = `crowd-${index}`;
    const times = { createdDateTime: createdAt(index), lastUpdateDateTime: changedAt };
    store.alerts.add({ ...original, id, graph: { ...original.graph, ...times, id } });
  }
}

const ours = async (onUnreachable?: (error: ApiError) => void) => {
  const { alerts } = connection.upstream.api.graphSecurity;
  const listed = await collect(alerts.list(onUnreachable === undefined ? {} : { onUnreachable }));
  return listed.filter(({ id }) => id.startsWith('crowd-')).map(({ id }) => id);
};

beforeAll(async () => {
  connection = await connectClient();
});
afterAll(() => connection.tenant.close());

test('all of them are listed, once each, and nothing is refused', async () => {
  crowdTogether(connection, 0, (index) => new Date(Date.UTC(2025, 0, 10) + index * 1_000).toISOString());
  const listed = await ours();
  expect([listed.length, new Set(listed).size]).toEqual([crowd, crowd]);
  expect(connection.wire.filter(({ status }) => status === 400)).toEqual([]);
});

test('what no filter tells apart is named, or an error where nobody listens', async () => {
  crowdTogether(connection, crowd, () => changedAt);
  const named: ApiError[] = [];
  const listed = await ours((error) => named.push(error));
  expect(listed.length).toBeGreaterThan(crowd + 500);
  expect(named.map(({ code }) => code)).toEqual(['ListUnreachable']);
  await expect(ours()).rejects.toMatchObject({ code: 'ListUnreachable' });
});
