/**
 * The engine in a child process, for the tenant that serves a console: a crash of native code, a query that fills the
 * memory or a function that cannot be interrupted cost this process, which is killed and started anew on the same file,
 * and never the tenant. Whoever waited gets EngineGone, the next query an answer.
 *
 * Rows arrive at least once: an append whose answer a crash swallowed is repeated.
 */
import type { Environment } from '../environment/environment';
import type { Engine, EngineOptions, JsonForm, JsonResult, RunOptions } from '../run/contract';
import { plainResult } from '../run/json-text';
import { plainForm } from '../sql/json-rows';
import { askQuery, type QueriedLife, stoppedResult } from './ask-query';
import { type ChildLife, startChild } from './child-life';
import { EngineGone } from './engine-gone';
import type { Asked } from './protocol';

const mostAttempts = 3;
/** For the database, unless its opener says otherwise. */
export const usualMemoryMb = 1024;

type Life = QueriedLife & {
  /** What the child knows of the environment. */
  told: Partial<Environment>;
  /** Rows per table at the start; rejects when the file cannot be opened. */
  readonly ready: Promise<unknown>;
  /** Queries are answered quickly from then on: none is sent before, so that it can be cancelled. */
  readonly warm: Promise<unknown>;
};

export type ProcessEngine = Engine & {
  /** Resolves once the file is open; queries wait a little longer for the parser. Rejects when the file is no good. */
  ready(): Promise<Readonly<Record<string, number>>>;
  /** Goes on in a new process with this much memory for the database, once nobody waits for the old one. */
  renew(memoryLimitMb: number): Promise<void>;
  /** The process, while there is one. */
  pid(): number | undefined;
};

type Options = Pick<EngineOptions, 'environment' | 'memoryLimitMb' | 'threads'> & {
  readonly file: string;
  readonly report: (message: string) => void;
};

export function createProcessEngine(options: Options): ProcessEngine {
  const { file, threads = 2, environment, report } = options;
  let { memoryLimitMb = usualMemoryMb } = options;
  let life: Life | undefined;
  let closed = false;

  function start(): Life {
    const child = startChild((how, waiting) => {
      if (life?.process === child.process) life = undefined;
      if (!closed && waiting > 0) report(`the query engine ${how}; it is started again for the next query`);
    });
    const ready = child.ask({ do: 'open', file, memoryLimitMb, threads }).answer;
    const warm = ready.then(() => child.ask({ do: 'warm' }).answer);
    // Whoever asks a query hears of it.
    warm.catch(() => undefined);
    return { ...child, sacrificed: false, told: {}, ready, warm };
  }

  function alive(): Life {
    if (closed) throw new Error('The engine is closed');
    life ??= start();
    return life;
  }

  async function patiently(asked: Asked): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const current = alive();
      try {
        await current.ready;
        return await current.ask(asked).answer;
      } catch (cause) {
        if (!(cause instanceof EngineGone) || attempt === mostAttempts) throw cause;
      }
    }
  }

  /** What would be wrong if it were done twice. */
  async function once(asked: Asked): Promise<unknown> {
    const current = alive();
    await current.ready;
    return current.ask(asked).answer;
  }

  async function runJson(text: string, { signal, ...options }: RunOptions, form: JsonForm): Promise<JsonResult> {
    for (let attempt = 1; ; attempt += 1) {
      const current = alive();
      try {
        // It may be starting again, which takes seconds.
        if (await leftBefore(current.warm, signal)) return stoppedResult(text, 'cancelled');
        const question = { text, options, form, environment: news(current, environment?.() ?? {}) };
        return await askQuery(current, question, signal);
      } catch (cause) {
        if (!(cause instanceof EngineGone) || !current.sacrificed || attempt === mostAttempts) throw cause;
      }
    }
  }

  return {
    append: async (table, rows) => {
      await patiently({ do: 'append', table, rows });
    },
    multiply: async (copies) => {
      await once({ do: 'multiply', copies });
    },
    run: async (text, runOptions) => plainResult(await runJson(text, runOptions, plainForm)),
    runJson,
    counts: async () => asCounts(await patiently({ do: 'counts' })),
    snapshot: async (target) => {
      await patiently({ do: 'snapshot', file: target });
    },
    ready: async () => asCounts(await alive().ready),
    pid: () => life?.process.pid,
    renew: async (memory) => {
      await life?.warm;
      memoryLimitMb = memory;
      await ended(life?.process);
      await alive().ready;
    },
    close: async () => {
      closed = true;
      await ended(life?.process);
    },
  };
}

async function ended(last: ChildLife['process'] | undefined): Promise<void> {
  if (!last || last.exitCode !== null || last.signalCode !== null) return;
  await new Promise((resolve) => {
    last.once('exit', resolve);
    last.kill('SIGKILL');
  });
}

/** The parts of the environment that are other objects than the child was told of. */
function news(current: Life, now: Partial<Environment>): Partial<Environment> {
  const changed = Object.entries(now).filter(([name, value]) => Reflect.get(current.told, name) !== value);
  current.told = { ...now };
  return Object.fromEntries(changed);
}

/** The other end is engine-child.ts of the same version: it answers each question with what the protocol says. */
const asCounts = (value: unknown): Readonly<Record<string, number>> => value as Record<string, number>;

/** Whether the caller left before the work was done. */
async function leftBefore(work: Promise<unknown>, signal: AbortSignal | undefined): Promise<boolean> {
  let leave = (): void => undefined;
  const left = new Promise<boolean>((resolve) => {
    leave = () => resolve(true);
  });
  signal?.addEventListener('abort', leave);
  try {
    return await Promise.race([work.then(() => signal?.aborted ?? false), left]);
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}
