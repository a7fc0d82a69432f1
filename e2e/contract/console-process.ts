/** Starts consoles (see console-child.ts) and uses them as a browser does: API calls and the event stream. */
import { type ChildProcess, spawn } from 'node:child_process';
import { childProgram } from '@/e2e/contract/child-program';
import type { FeedEvent } from '@/lib/domain/incident/feed-event';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';

export type ConsoleProcess = {
  origin: string;
  child: ChildProcess;
  query<Reply>(path: string, input?: unknown): Promise<Reply>;
  mutate<Reply>(path: string, input: unknown): Promise<Reply>;
  list(): Promise<IncidentList>;
  /** Ends it with this signal; resolves with its exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** Guaranteed by tRPC: a reply without `error` carries the procedure's value there. */
async function unwrap<Reply>(response: Response): Promise<Reply> {
  const body = (await response.json()) as { result?: { data: Reply }; error?: { message: string } };
  if (body.result === undefined) throw new Error(body.error?.message ?? `the console answered ${response.status}`);
  return body.result.data;
}

/** Resolves when it answers. */
export async function startConsole(settings: Record<string, string>): Promise<ConsoleProcess> {
  const child = spawn(process.execPath, [await childProgram('console-child')], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = await new Promise<string>((resolve, reject) => {
    let heard = '';
    const listen = (chunk: Buffer) => {
      heard += chunk.toString();
      const ready = /READY (\S+)/u.exec(heard)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the console ended with ${code} before it was ready:\n${heard}`)));
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = (path: string) => `${origin}/api/rpc/${path}`;
  const query = async <Reply>(path: string, input?: unknown): Promise<Reply> => {
    const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return unwrap<Reply>(await fetch(url(path) + search));
  };
  return {
    origin,
    child,
    query,
    mutate: async (path, input) =>
      unwrap(
        await fetch(url(path), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        }),
      ),
    list: () => query<IncidentList>('incidents.list'),
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** What a tab holds: the list it read and what the stream changed of it since. */
export type Tab = {
  incidents: Map<string, Incident>;
  seq: number;
  /** How often it was told to read the list again. */
  resets: number;
  /** Goes on with another console, as after the first one was lost. */
  follow(server: ConsoleProcess): Promise<void>;
  close(): void;
};

async function* eventsOf(server: ConsoleProcess, seq: number, signal: AbortSignal): AsyncGenerator<FeedEvent> {
  const input = encodeURIComponent(JSON.stringify({ lastEventId: String(seq) }));
  const response = await fetch(`${server.origin}/api/rpc/feed.events?input=${input}`, {
    headers: { accept: 'text/event-stream' },
    signal,
  });
  if (response.body === null) throw new Error('the stream is empty');
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = new Map(
        block.split('\n').map((line): [string, string] => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
        }),
      );
      // Without an id it is tRPC's own: connected, ping.
      if (lines.has('id')) yield JSON.parse(lines.get('data') ?? '') as FeedEvent;
    }
  }
}

export async function openTab(server: ConsoleProcess): Promise<Tab> {
  let stream = new AbortController();
  const first = await server.list();
  const tab: Tab = {
    incidents: new Map(first.incidents.map((incident) => [incident.key, incident])),
    seq: first.seq,
    resets: 0,
    async follow(next) {
      stream.abort();
      stream = new AbortController();
      const { signal } = stream;
      void read(next, signal).catch((error: unknown) => {
        // A stream that breaks is what a lost console looks like; whoever has the tab moves it to another one.
        if (!signal.aborted && !(error instanceof TypeError)) throw error;
      });
    },
    close: () => stream.abort(),
  };

  async function read(from: ConsoleProcess, signal: AbortSignal): Promise<void> {
    for await (const event of eventsOf(from, tab.seq, signal)) {
      tab.seq = Math.max(tab.seq, event.seq);
      if (event.kind === 'reset') {
        tab.resets += 1;
        const list = await from.list();
        tab.incidents = new Map(list.incidents.map((incident) => [incident.key, incident]));
      } else if (event.kind === 'incidents') {
        for (const incident of event.upserts) tab.incidents.set(incident.key, incident);
        for (const key of event.removed) tab.incidents.delete(key);
      }
    }
  }

  await tab.follow(server);
  return tab;
}
