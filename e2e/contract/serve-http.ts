/** A function of requests behind a plain HTTP port of loopback, streams included: what Next.js does for the console. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { DroppedConnection } from '@/mocks/handlers/manners/faults';

export type HttpServer = { origin: string; close(): Promise<void> };

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function toRequest(message: IncomingMessage, origin: string, signal: AbortSignal): Promise<Request> {
  const body = await bodyOf(message);
  return new Request(`${origin}${message.url ?? ''}`, {
    method: message.method ?? 'GET',
    headers: Object.entries(message.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
    signal,
  });
}

async function reply(response: Response, to: ServerResponse): Promise<void> {
  to.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body !== null) for await (const chunk of response.body) to.write(chunk);
  to.end();
}

export async function serveHttp(answer: (request: Request) => Promise<Response>): Promise<HttpServer> {
  let origin = '';
  const server = createServer((message, to) => {
    const leaving = new AbortController();
    to.once('close', () => leaving.abort());
    toRequest(message, origin, leaving.signal)
      .then(answer)
      .then((response) => reply(response, to))
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        // The tenant was told to let the line go dead.
        if (error instanceof DroppedConnection) to.destroy();
        else to.writeHead(500).end(String(error));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
