/**
 * The one Kusto worker of this browser tab. It is started on the first visit to an editor and kept across pages,
 * since loading and warming the parser costs about a second.
 */
import { createKustoClient, type KustoClient } from './kusto-client';

export type KustoState = 'starting' | 'ready' | 'failed';

type Session = { client: KustoClient; worker: Worker };

let session: Session | null = null;
let state: KustoState = 'starting';
const listeners = new Set<() => void>();

function become(next: KustoState): void {
  state = next;
  for (const listener of listeners) listener();
}

function start(): Session {
  const worker = new Worker(new URL('./kusto.worker.ts', import.meta.url), { type: 'module', name: 'kusto' });
  const client = createKustoClient(worker, () => become('ready'));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    // A worker that already answered survives an error in one turn; one that never loaded will not come.
    if (state === 'ready') return;
    client.fail('The query language service did not load.');
    become('failed');
  });
  return { client, worker };
}

export const kustoSession = {
  /** The client to ask; starts the worker when there is none. Browser only. */
  client(): KustoClient {
    session ??= start();
    return session.client;
  },
  restart(): void {
    session?.client.fail('The query language service was restarted.');
    session?.worker.terminate();
    session = start();
    become('starting');
  },
  state: (): KustoState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
