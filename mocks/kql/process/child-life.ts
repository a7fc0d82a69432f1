/** One life of the engine's process: started, asked over its pipe, gone. Nobody it leaves behind waits for ever. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { Duplex } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EngineGone } from './engine-gone';
import { createFrames, type Frame } from './frames';
import type { Answered, Asked } from './protocol';

/** TypeScript is run as the tenant's own is, from wherever it was started. */
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const entry = fileURLToPath(new URL('./engine-child.ts', import.meta.url));
/** Megabytes of JavaScript; the database's memory is bounded by itself. */
const heapMb = 1024;
/** Rows come in by the megabyte and are garbage once they are stored: V8's usual 16 MB are collected again and again. */
const youngMb = 32;

type Waiting = {
  readonly pieces: Uint8Array[];
  resolve(value: unknown): void;
  reject(cause: Error): void;
};

export type ChildLife = {
  readonly process: ChildProcess;
  /** Rejects with EngineGone when the process ends first. The bytes before the answer go to `pieces`. */
  ask(asked: Asked, pieces?: Uint8Array[]): { readonly id: number; readonly answer: Promise<unknown> };
};

/** `gone` hears how the process ended, and how many were waiting for it. */
export function startChild(gone: (how: string, waiting: number) => void): ChildLife {
  const child = spawn(
    process.execPath,
    ['--import', loader, `--max-old-space-size=${heapMb}`, `--max-semi-space-size=${youngMb}`, entry],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    },
  );
  const pipe = child.stdio[3];
  if (!(pipe instanceof Duplex)) throw new Error('The engine’s process has no pipe');
  const waiting = new Map<number, Waiting>();
  const frames = createFrames(pipe, (frame) => receive(waiting, frame));
  let nextId = 1;
  let over = false;
  const end = (how: string) => {
    if (over) return;
    over = true;
    gone(how, waiting.size);
    for (const { reject } of waiting.values()) reject(new EngineGone());
    waiting.clear();
  };
  // A pipe breaks because the process ends, which tells more.
  pipe.on('error', () => undefined);
  child.once('error', (failure) => end(`could not be started: ${failure.message}`));
  child.once('exit', (code, signal) => end(`ended (${signal ?? code})`));
  return {
    process: child,
    ask: (asked, pieces = []) => {
      const id = nextId;
      nextId += 1;
      const answer = new Promise((resolve, reject) => {
        if (over) reject(new EngineGone());
        waiting.set(id, { pieces, resolve, reject });
        frames.sendValue(id, asked);
      });
      return { id, answer };
    },
  };
}

function receive(waiting: Map<number, Waiting>, frame: Frame): void {
  const waiter = waiting.get(frame.id);
  if (!waiter) return;
  if (frame.kind === 'bytes') {
    waiter.pieces.push(frame.bytes);
    return;
  }
  waiting.delete(frame.id);
  const answered = asAnswered(frame.value);
  if (answered.ok) waiter.resolve(answered.value);
  else waiter.reject(new Error(answered.message));
}

/** The other end is engine-child.ts of the same version: it answers each question with what the protocol says. */
const asAnswered = (value: unknown): Answered => value as Answered;
