/**
 * Reads one list of one system by what changed since last time, page by page, so that a first fill shows its first
 * incidents at once and goes on after a restart where it stopped.
 */
import type { ApiError } from '@/lib/api/transport/api-error';
import type { System } from '@/lib/domain/source/source';
import { budget } from '@/lib/hub/mirror/budget';
import type { Room } from '@/lib/hub/mirror/room';
import type { HealthBook, Reading } from '@/lib/hub/mirror/source-health';
import type { Tenure } from '@/lib/hub/mirror/tenure';
import { LeaseLost } from '@/lib/store/leases';
import type { FencedTables, Store } from '@/lib/store/store';

/** One list: how to ask for it, and what becomes of its pages. */
export type ListReading<Wire> = {
  system: System;
  reading: Reading;
  /** Ascending by the time of change, from `since` inclusive; `onUnreachable` hears of what the system shows to nobody. */
  list: (since: string | undefined, onUnreachable: (error: ApiError) => void) => AsyncIterable<Wire[]>;
  updatedAt: (wire: Wire) => string | null | undefined;
  /** Into memory, and out to the browsers. */
  show: (page: Wire[]) => void;
  /** Into the store, together with the mark that says how far the reading has come. */
  save: (page: Wire[], tables: FencedTables) => Promise<void>;
};

/** How far the reading has come. `watermark` is the newest change seen. */
export type Progress = { watermark: string | null; filledAt: string | null; lastSuccessAt: string | null };

export type Reader = { restore(): Promise<Progress>; read(): Promise<void> };

export type ReaderOptions = {
  now: () => Date;
  health: HealthBook;
  marks: Store['marks'];
  /** Only the process that follows the systems may write what it read. */
  tenure: Pick<Tenure, 'write'>;
  room: Room;
  signal: AbortSignal;
};

const nothing: Progress = { watermark: null, filledAt: null, lastSuccessAt: null };
/** What changes between two readings usually fits into as many pages. */
const shortReading = 3;
/** The time of the last success is worth a write this often. */
const saveEveryMs = 60_000;

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function progressOf(mark: unknown): Progress {
  if (typeof mark !== 'object' || mark === null) return nothing;
  const fields = new Map<string, unknown>(Object.entries(mark));
  return {
    watermark: textOf(fields.get('watermark')),
    filledAt: textOf(fields.get('filledAt')),
    lastSuccessAt: textOf(fields.get('lastSuccessAt')),
  };
}

function minus(time: string, ms: number): string {
  return new Date(Date.parse(time) - ms).toISOString();
}

export function createReader<Wire>(reading: ListReading<Wire>, options: ReaderOptions): Reader {
  const { now, health, marks, tenure, room, signal } = options;
  const mark = `reading/${reading.system}/${reading.reading}`;
  let progress = nothing;
  let savedAtMs = 0;

  /** First into the store: whoever takes over after us knows nothing less than what we have shown. */
  async function save(next: Progress, page: Wire[]): Promise<void> {
    await tenure.write(async (tables) => {
      if (page.length > 0) await reading.save(page, tables);
      if (next !== progress) await tables.marks.write(mark, next);
    });
    if (next !== progress) savedAtMs = now().getTime();
    progress = next;
  }

  async function take(page: Wire[]): Promise<void> {
    const newest = page
      .map(reading.updatedAt)
      .reduce<string | null>((latest, time) => later(latest, time), progress.watermark);
    await save(newest === progress.watermark ? progress : { ...progress, watermark: newest }, page);
    if (newest !== null && reading.reading === 'incidents')
      health.changed(reading.system, newest, progress.filledAt !== null);
    reading.show(page);
  }

  /** Nobody waits for the rest of a long reading (a first fill, a flood) as much as for an opened incident. */
  async function stepBack(pages: number): Promise<void> {
    const { firstFill, backlog } = budget.shares;
    if (progress.filledAt === null) await room(reading.system, firstFill, signal);
    else if (pages >= shortReading) await room(reading.system, backlog, signal);
  }

  return {
    async restore() {
      progress = progressOf(await marks.read(mark));
      return progress;
    },
    async read() {
      const { watermark } = progress;
      try {
        const since = watermark === null ? undefined : minus(watermark, budget.overlapMs);
        let pages = 0;
        let gap: string | null = null;
        const note = (error: ApiError) => {
          gap = error.message;
        };
        for await (const page of reading.list(since, note)) {
          await take(page);
          pages += 1;
          await stepBack(pages);
        }
        // A delta that begins behind the gap says nothing about it; the sweep does.
        if (gap !== null || since === undefined) health.incomplete(reading.system, reading.reading, gap);
      } catch (error) {
        // Another process follows the system now: that says nothing about the system.
        if (!(error instanceof LeaseLost)) health.failure(reading.system, reading.reading, error);
        throw error;
      }
      const at = now().toISOString();
      const first = progress.filledAt === null;
      const next = { ...progress, lastSuccessAt: at, filledAt: progress.filledAt ?? at };
      health.success(reading.system, reading.reading);
      if (first && reading.reading === 'incidents') health.filled(reading.system, at);
      if (first || now().getTime() - savedAtMs >= saveEveryMs) await save(next, []);
      else progress = next;
    },
  };
}

function later(left: string | null, right: string | null | undefined): string | null {
  if (!right) return left;
  return left === null || Date.parse(right) > Date.parse(left) ? right : left;
}
