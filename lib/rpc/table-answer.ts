/**
 * `incidents.table` past tRPC, which would write and compress the whole queue for everybody who asks. It is the same
 * procedure with the same answer, only its bytes are kept (see `incident-bytes.ts`).
 */
import type { Hub } from '@/lib/hub/hub';
import { createIncidentBytes, type IncidentBytes } from '@/lib/rpc/incident-bytes';

const bytesOf = new WeakMap<Hub, IncidentBytes>();

function incidentBytes(hub: Hub): IncidentBytes {
  const known = bytesOf.get(hub) ?? createIncidentBytes();
  bytesOf.set(hub, known);
  return known;
}

function wantsGzip(request: Request): boolean {
  const encodings = request.headers.get('accept-encoding')?.toLowerCase().split(',') ?? [];
  return encodings.some(
    (encoding) => encoding.split(';')[0]?.trim() === 'gzip' && !/;\s*q=0(\.0*)?\s*$/u.test(encoding),
  );
}

/** Null where tRPC has to answer: another question, a client without gzip, or a hub that says what is wrong. */
export async function tableAnswer(request: Request, path: string, hub: () => Promise<Hub>): Promise<Response | null> {
  if (request.method !== 'GET' || new URL(request.url).pathname !== path || !wantsGzip(request)) return null;
  const open = await hub().catch(() => null);
  if (open === null) return null;
  return new Response(await incidentBytes(open)(open.list()), {
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'cache-control': 'no-store',
      vary: 'accept-encoding',
    },
  });
}
