import type { ClientRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Certificates, makeCertificates } from '@/mocks/certificates';
import { DroppedConnection } from '@/mocks/handlers/manners/faults';
import { serveOverTls, type TlsServer } from '@/mocks/serve-over-tls';

const port = 4531;
let certificates: Certificates;
let server: TlsServer;
let answer: (request: Request) => Promise<Response>;

beforeAll(async () => {
  certificates = await makeCertificates();
  server = await serveOverTls({ tenant: { fetch: (request) => answer(request) }, certificates, port });
});
afterAll(() => server.close());

type Reply = { status: number | undefined; headers: Record<string, unknown>; text: string };

function ask(path: string, body?: string): { sent: ClientRequest; reply: Promise<Reply> } {
  const sent = httpsRequest({
    port,
    host: 'localhost',
    path,
    ca: certificates.ca,
    method: body ? 'POST' : 'GET',
    agent: false,
  });
  const reply = new Promise<Reply>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.end(body);
  });
  return { sent, reply };
}

describe('the TLS door', () => {
  it('is trusted by whoever has the CA, and carries request and answer whole', async () => {
    answer = async (request) =>
      Response.json(
        { url: request.url, method: request.method, body: await request.text() },
        { status: 201, headers: { date: 'Wed, 15 Jan 2025 10:05:00 GMT' } },
      );
    const { status, headers, text } = await ask('/graph.microsoft.com/v1.0/x?$top=1', '{"ü":1}').reply;
    expect(status).toBe(201);
    expect(headers.date).toBe('Wed, 15 Jan 2025 10:05:00 GMT');
    expect(JSON.parse(text)).toEqual({
      url: `https://localhost:${port}/graph.microsoft.com/v1.0/x?$top=1`,
      method: 'POST',
      body: '{"ü":1}',
    });
  });

  it('is not trusted without it', async () => {
    const sent = httpsRequest({ port, host: 'localhost', path: '/', agent: false });
    const failure = await new Promise<Error>((resolve) => sent.on('error', resolve).end());
    expect(failure.message).toMatch(/self-signed|unable to verify|issuer/i);
  });

  it('ends the line when the tenant drops it', async () => {
    answer = async () => {
      throw new DroppedConnection();
    };
    await expect(ask('/x').reply).rejects.toThrow(/hang up|ECONNRESET/);
  });

  it('tells the tenant when the client has gone', async () => {
    let aborted: Promise<unknown> = Promise.resolve();
    let started = () => {};
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    answer = (request) => {
      aborted = new Promise((resolve) => request.signal.addEventListener('abort', resolve));
      started();
      return aborted.then(() => new Response(null));
    };
    const { sent, reply } = ask('/slow');
    reply.catch(() => {});
    await running;
    sent.destroy();
    await aborted;
  });
});
