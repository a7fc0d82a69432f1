/**
 * The engine as a process of its own: what a query can break here, in native code or by filling the memory, is this
 * process and not the tenant. Started by process-engine.ts, which it talks with over a pipe.
 */
import { Socket } from 'node:net';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import type { Engine } from '../engine';
import type { Environment } from '../environment/environment';
import { type Database, openDatabase } from '../run/database';
import type { JsonRows } from '../run/json-text';
import { createLogStorage, type LogStorage } from '../run/log-storage';
import { createFrames } from './frames';
import type { Answered, Asked, RunAnswer, Sent } from './protocol';

const pipe = new Socket({ fd: 3, readable: true, writable: true });
const running = new Map<number, AbortController>();
let environment: Partial<Environment> = {};
let opened: Promise<Opened> | undefined;

/** The rows are there at once; the parser takes seconds to load and to meet its tables. */
type Opened = { readonly storage: LogStorage; readonly engine: () => Promise<Engine> };

const frames = createFrames(pipe, (frame) => {
  if (frame.kind === 'value') void answer(frame.id, asAsked(frame.value));
});

/** The other end is process-engine.ts of the same version. */
const asAsked = (value: unknown): Asked => value as Asked;

async function answer(id: number, asked: Asked): Promise<void> {
  try {
    const value = await done(id, asked);
    frames.sendValue(id, { ok: true, value } satisfies Answered);
  } catch (cause) {
    frames.sendValue(id, {
      ok: false,
      message: cause instanceof Error ? cause.message : String(cause),
    } satisfies Answered);
  }
}

async function done(id: number, asked: Asked): Promise<unknown> {
  switch (asked.do) {
    case 'open':
      opened = open(asked);
      return (await opened).storage.counts();
    case 'warm':
      await (await openedFile()).engine();
      return undefined;
    case 'append':
      return (await openedFile()).storage.append(asked.table, asked.rows);
    case 'multiply':
      return (await openedFile()).storage.multiply(asked.copies);
    case 'run':
      return run(id, asked);
    case 'cancel':
      running.get(asked.run)?.abort();
      return undefined;
    case 'counts':
      return (await openedFile()).storage.counts();
    case 'snapshot':
      return (await openedFile()).storage.snapshot(asked.file);
  }
}

async function open({ file, memoryLimitMb, threads }: Extract<Asked, { do: 'open' }>): Promise<Opened> {
  const database = await openDatabase({ file, memoryLimitMb, threads });
  const storage = await createLogStorage(database, catalogue());
  let made: Promise<Engine> | undefined;
  return {
    storage,
    engine: () => {
      made ??= warmEngine(database, storage);
      return made;
    },
  };
}

async function warmEngine(database: Database, storage: LogStorage): Promise<Engine> {
  const [{ engineOver }, { warmUp }] = await Promise.all([import('../engine'), import('./warm-up')]);
  const engine = engineOver(database, storage, catalogue(), () => environment);
  await warmUp(engine);
  return engine;
}

function openedFile(): Promise<Opened> {
  if (!opened) throw new Error('The engine has not been opened');
  return opened;
}

async function run(id: number, asked: Extract<Asked, { do: 'run' }>): Promise<RunAnswer> {
  environment = { ...environment, ...asked.environment };
  const engine = await (await openedFile()).engine();
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const result = await engine.runJson(asked.text, { ...asked.options, signal: controller.signal }, asked.form);
    if (!result.ok) return result;
    const { more = [], ...first } = result;
    const send = ({ count, pieces }: JsonRows): Sent => {
      for (const piece of pieces) frames.sendBytes(id, typeof piece === 'string' ? Buffer.from(piece) : piece);
      return { count, pieces: pieces.length };
    };
    return { ...first, json: send(first.json), more: more.map((table) => ({ ...table, json: send(table.json) })) };
  } finally {
    running.delete(id);
  }
}

// Without the tenant there is nobody to answer.
pipe.on('close', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
