/** The page's side of the protocol: each question a promise, each abort a cancellation. */
import type { Answer, Ask, FromWorker, KustoMethod, KustoReply, KustoRequest, ToWorker } from './protocol';

/** What a `Worker` and a `MessagePort` have in common. */
export type KustoPort = {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
};

export type KustoClient = {
  /** Rejects with the signal's reason when aborted, and with an Error when the worker fails. */
  ask<M extends KustoMethod>(method: M, ask: Ask<M>, signal?: AbortSignal): Promise<Answer<M>>;
  /** Rejects everything asked so far and everything asked later. */
  fail(reason: string): void;
};

type Waiting = { resolve: (reply: KustoReply) => void; reject: (reason: unknown) => void };

/** Guaranteed by the queue: a reply carries the answer of the method that its id was asked with. */
function answerOf<M extends KustoMethod>(_method: M, answer: Answer<KustoMethod>): Answer<M> {
  return answer as Answer<M>;
}

/** Guaranteed by `ask`'s signature: `method` and `ask` belong together, which TypeScript cannot follow through M. */
function toRequest<M extends KustoMethod>(id: number, method: M, ask: Ask<M>): KustoRequest {
  return { id, method, ask } as KustoRequest;
}

export function createKustoClient(port: KustoPort, onReady: () => void): KustoClient {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let failure: string | null = null;

  port.addEventListener('message', ({ data }) => {
    if ('ready' in data) {
      onReady();
      return;
    }
    // An answer whose question was cancelled in the meantime finds nobody waiting.
    waiting.get(data.id)?.resolve(data);
    waiting.delete(data.id);
  });

  return {
    async ask(method, ask, signal) {
      if (failure !== null) throw new Error(failure);
      signal?.throwIfAborted();
      lastId += 1;
      const id = lastId;
      const cancel = () => {
        port.postMessage({ cancel: id });
        waiting.get(id)?.reject(signal?.reason);
        waiting.delete(id);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        const reply = await new Promise<KustoReply>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          port.postMessage(toRequest(id, method, ask));
        });
        if (!reply.ok) throw new Error(reply.reason);
        return answerOf(method, reply.answer);
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    fail(reason) {
      failure = reason;
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    },
  };
}
