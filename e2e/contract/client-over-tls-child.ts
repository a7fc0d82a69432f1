/**
 * Run as a process of its own by client-over-tls.test.ts, because a certificate authority can only be trusted from a
 * process's start. Prints what it saw as one line of JSON.
 */
import { ApiError } from '@/lib/api/transport/api-error';
import { readEnvironment } from '@/lib/upstream/environment';
import { createUpstream } from '@/lib/upstream/upstream';

async function addFault(fault: object): Promise<void> {
  const url = `${process.env.ONEQUEUE_UPSTREAM}/tenant.onequeue.test/faults`;
  const headers = { 'content-type': 'application/json' };
  await fetch(url, { method: 'POST', headers, body: JSON.stringify(fault) });
}

async function main(): Promise<void> {
  const { api, serverNow } = createUpstream(readEnvironment(process.env));
  const { incidents } = api.graphSecurity;

  const pages: number[] = [];
  for await (const page of incidents.list()) pages.push(page.length);

  await addFault({ host: 'graph.microsoft.com', drop: 'before', count: 1 });
  const afterDrop = (await incidents.get('12345')).id;

  await addFault({ method: 'PATCH', drop: 'before', count: 1 });
  const write = await incidents.update('12345', { severity: 'low' }).then(
    () => 'done',
    (error: unknown) => (error instanceof ApiError ? { code: error.code, status: error.status } : String(error)),
  );

  console.log(JSON.stringify({ pages, afterDrop, write, serverNow: serverNow().toISOString() }));
}

await main();
