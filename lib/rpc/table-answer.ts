/**
 * `incidents.table` past tRPC, which would write and compress the whole queue for everybody who asks. It is the same
 * procedure with the same answer, only its bytes are kept (see `incident-bytes.ts`).
 */
import { packedType } from '@/lib/domain/incident/incident-table';
import type { Hub } from '@/lib/hub/hub';
import { createIncidentBytes, type IncidentBytes } from '@/lib/rpc/incident-bytes';

const bytesOf = new WeakMap<Hub, IncidentBytes>();

function incidentBytes(hub: Hub): IncidentBytes {
  const known = bytesOf.get(hub) ?? createIncidentBytes();
  bytesOf.set(hub, known);
  return known;
}

const wantsPacked = (request: Request) =>
  request.headers
    .get('accept')
    ?.split(',')
    .some((type) => type.trim() === packedType) === true;

/** Null where tRPC has to answer: another question, a client that wants plain JSON, or a hub that says what is wrong. */
export async function tableAnswer(request: Request, path: string, hub: () => Promise<Hub>): Promise<Response | null> {
  if (request.method !== 'GET' || new URL(request.url).pathname !== path || !wantsPacked(request)) return null;
  const open = await hub().catch(() => null);
  if (open === null) return null;
  return new Response(await incidentBytes(open)(open.list()), {
    headers: {
      'content-type': packedType,
      'cache-control': 'no-store',
      vary: 'accept',
    },
  });
}
