/**
 * The engine as a process of its own: what a query can break here, in native code or by filling the memory, is this
 * process and not the tenant. Started by process-engine.ts, which it talks with over a pipe.
 */
import { Socket } from 'node:net';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createEngine, type Engine } from '../engine';
import type { Environment } from '../environment/environment';
import type { JsonRows } from '../run/json-text';
import { createFrames } from './frames';
import type { Answered, Asked, RunAnswer, Sent } from './protocol';
import { warmUp } from './warm-up';

const pipe = new Socket({ fd: 3, readable: true, writable: true });
const running = new Map<number, AbortController>();
let environment: Partial<Environment> = {};
let opened: Promise<Engine> | undefined;

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
    case 'open': {
      const { file, memoryLimitMb, threads } = asked;
      opened = createEngine({ tables: catalogue(), file, memoryLimitMb, threads, environment: () => environment });
      const engine = await opened;
      const counts = await engine.counts();
      await warmUp(engine);
      return counts;
    }
    case 'append':
      return (await engineThere()).append(asked.table, asked.rows);
    case 'multiply':
      return (await engineThere()).multiply(asked.copies);
    case 'run':
      return run(id, asked);
    case 'cancel':
      running.get(asked.run)?.abort();
      return undefined;
    case 'counts':
      return (await engineThere()).counts();
    case 'snapshot':
      return (await engineThere()).snapshot(asked.file);
  }
}

function engineThere(): Promise<Engine> {
  if (!opened) throw new Error('The engine has not been opened');
  return opened;
}

async function run(id: number, asked: Extract<Asked, { do: 'run' }>): Promise<RunAnswer> {
  environment = { ...environment, ...asked.environment };
  const engine = await engineThere();
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
