/** Node's requests into the tenant's, its answers back out as streams; a client that goes away stops its work. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Certificates } from '@/mocks/certificates';
import { DroppedConnection } from '@/mocks/handlers/manners/faults';
import type { Tenant } from '@/mocks/tenant';

export type TlsServer = { close(): Promise<void> };

const graceMs = 2000;

export async function serveOverTls(options: {
  tenant: Pick<Tenant, 'fetch'>;
  certificates: Certificates;
  port: number;
}): Promise<TlsServer> {
  const { tenant, certificates, port } = options;
  const server = createServer(
    { key: certificates.key, cert: `${certificates.cert.trim()}\n${certificates.ca}` },
    (incoming, outgoing) => {
      answer(tenant, incoming, outgoing, port).catch((failure: unknown) => {
        if (!(failure instanceof DroppedConnection) && !incoming.destroyed) {
          console.error(`tenant: ${incoming.method} ${incoming.url}`, failure);
        }
        outgoing.destroy();
      });
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), graceMs).unref();
      }),
  };
}

async function answer(
  tenant: Pick<Tenant, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const response = await tenant.fetch(await toRequest(incoming, port, gone.signal));
  outgoing.sendDate = false;
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(asNodeStream(response.body)), outgoing);
}

async function toRequest(incoming: IncomingMessage, port: number, signal: AbortSignal): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  const url = `https://${incoming.headers.host ?? `localhost:${port}`}${incoming.url ?? '/'}`;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return new Request(url, { method, headers, signal, ...(body.length > 0 ? { body } : {}) });
}

/** fetch's stream and node's are one object with two declarations. */
function asNodeStream(stream: globalThis.ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return stream as ReadableStream<Uint8Array>;
}
