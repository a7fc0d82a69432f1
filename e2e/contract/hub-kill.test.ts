/** Nothing an analyst said is lost or doubled: the hub's process is killed at every point between accepting and knowing. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blankDirectory } from '@/e2e/contract/blank-database';
import { childProgram } from '@/e2e/contract/child-program';
import { smallTenant, untouchedTwin } from '@/e2e/contract/hub-harness';
import type { Tenant } from '@/mocks/tenant';

const isWrite = (request: Request) => request.method === 'PATCH' || /\/comments$/u.test(new URL(request.url).pathname);

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

describe('killing the hub', () => {
  let tenant: Tenant;
  let server: Server;
  let origin: string;
  let home: string;
  let path: string;
  let program: string;
  let key: string;
  const used = new Set<string>();
  let round = 0;
  const writes: string[] = [];
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    tenant = await smallTenant({ paused: false });
    home = mkdtempSync(join(tmpdir(), 'onequeue-kill-'));
    program = await childProgram('hub-child');
    // Each test starts from a copy of this empty one.
    await blankDirectory(join(home, 'empty'));
    server = createServer((message, reply) => {
      void (async () => {
        const body = await bodyOf(message);
        const request = new Request(`${origin}${message.url ?? ''}`, {
          method: message.method ?? 'GET',
          headers: Object.entries(message.headers).flatMap(([name, value]): [string, string][] =>
            typeof value === 'string' ? [[name, value]] : [],
          ),
          ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
        });
        if (isWrite(request)) writes.push(`${request.method} ${new URL(request.url).pathname}`);
        const answer = await tenant.fetch(request);
        reply.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
      })().catch((error: unknown) => reply.writeHead(500).end(String(error)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await tenant.close();
    rmSync(home, { recursive: true, force: true });
  });

  beforeEach(() => {
    round += 1;
    path = join(home, `store-${round}`);
    cpSync(join(home, 'empty'), path, { recursive: true });
    writes.length = 0;
    key = untouchedTwin(tenant, used);
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** Starts a hub's process and resolves when it has said `word`. */
  function start(word: string, settings: Record<string, string>): Promise<ChildProcess> {
    const child = spawn(process.execPath, [program], {
      env: {
        ...process.env,
        HUB_ORIGIN: origin,
        HUB_STORE: path,
        HUB_KEY: key,
        HUB_COMMAND: `7d0c1a52-5d8b-4c5e-9a57-0d9a3b1f000${round}`,
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    return new Promise((resolve, reject) => {
      let heard = '';
      const listen = (chunk: Buffer) => {
        heard += chunk.toString();
        if (heard.includes(word)) resolve(child);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', (code) => reject(new Error(`the hub ended with ${code} before it said ${word}:\n${heard}`)));
    });
  }

  function kill(child: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
      child.removeAllListeners('exit').once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }

  const graphIncident = () => tenant.store.graphIncidents.byId(key)?.fields;

  it.each([
    ['accepted', 0],
    ['before-the-wire', 0],
    ['after-the-answer', 1],
  ])(
    'a change killed %s arrives exactly once',
    async (point, arrivedBefore) => {
      await kill(await start(`HALTED ${point}`, { HUB_HALT_AT: point }));
      expect(writes).toHaveLength(arrivedBefore);
      await start('RESUMED', {});
      await expect.poll(() => graphIncident()?.status, { timeout: 90_000 }).toBe('inProgress');
      // Long enough for a second copy, if there were one.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(writes).toEqual([`PATCH /graph.microsoft.com/v1.0/security/incidents/${key}`]);
    },
    240_000,
  );

  it.each([
    ['accepted', 0],
    ['after-the-answer', 1],
  ])(
    'a comment killed %s is written exactly once',
    async (point, arrivedBefore) => {
      await kill(await start(`HALTED ${point}`, { HUB_HALT_AT: point, HUB_ACT: 'comment' }));
      expect(writes).toHaveLength(arrivedBefore);
      await start('RESUMED', {});
      await expect
        .poll(() => graphIncident()?.comments?.map(({ comment }) => comment), { timeout: 90_000 })
        .toContain('killed once');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(writes).toHaveLength(1);
    },
    240_000,
  );
});
