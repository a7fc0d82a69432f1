/**
 * Remembers when rows came that a rule's query could make anything of. Rules that run every minute mostly look at rows
 * that are nothing to them: such a run finds what it finds over no rows at all, which is nothing, and the rows need not
 * be handed to the log engine for it. Only for queries that have been answered before, so that a wrong one says so.
 */

import { type Listed, type Sought, soughtRows } from '@/mocks/cloud/detection/sought-rows';
import type { LogRow } from '@/mocks/kql/run/contract';
import { timeOf } from '@/mocks/store/busy-minutes';

const minuteMs = 60_000;
/** What is written may be a little ahead of the clock: windows that begin sooner may hold rows that went unnoticed. */
const leadMs = 5 * minuteMs;
/** Whoever has remembered more begins anew, and asks until then. */
const mostRemembered = 200_000;

/** What a name of the query stands for beyond its text: saved functions may read tables of their own. */
type KnownNames = { isTable(name: string): boolean; isFunction(name: string): boolean };

export type SoughtWatch = {
  /** Every row that is written, before anybody can read it. */
  saw(table: string, rows: readonly LogRow[]): void;
  /** The query was answered at this time: from now on what it seeks is remembered. */
  answered(query: string, atMs: number, names: KnownNames): void;
  /** False unless nothing in this window can be found. */
  quiet(query: string, fromMs: number, untilMs: number): boolean;
};

/** By value, the minutes that have a row with it; rows of which no value matters have the empty one. */
type Minutes = Map<string, Set<number>>;
type Kept = { readonly of: Omit<Sought, 'among'>; readonly column: string | undefined; readonly minutes: Minutes };
type Watched = { readonly rows: Kept; readonly listed: Kept | undefined };
type Watch = { fromMs: number; readonly all: readonly Watched[] };

export function createSoughtWatch(): SoughtWatch {
  const watches = new Map<string, Watch | null>();
  const byTable = new Map<string, Kept[]>();
  let remembered = 0;

  const keep = (of: Omit<Sought, 'among'> | Listed, column: string | undefined): Kept => {
    const kept = { of, column, minutes: new Map() };
    byTable.set(of.table, [...(byTable.get(of.table) ?? []), kept]);
    return kept;
  };

  const watch = (sought: Sought): Watched => ({
    rows: keep(sought, sought.among?.column),
    listed: sought.among && keep(sought.among.listed, sought.among.listed.column),
  });

  function forget(): void {
    watches.clear();
    byTable.clear();
    remembered = 0;
  }

  return {
    saw: (table, rows) => {
      for (const { of, column, minutes } of byTable.get(table) ?? []) {
        for (const row of rows) {
          if (!of.values.every((condition) => isOneOf(row[condition.column], condition.of))) continue;
          const value = column === undefined ? '' : (lower(row[column]) ?? anything);
          const known = minutes.get(value) ?? new Set();
          minutes.set(value, known);
          known.add(Math.floor(timeOf(row) / minuteMs));
          remembered += 1;
        }
      }
      if (remembered > mostRemembered) forget();
    },
    answered: (query, atMs, names) => {
      if (watches.has(query)) return;
      const sought = (query.match(/\w+/g) ?? []).some(names.isFunction) ? null : soughtRows(query);
      const isPlain = sought?.every(
        ({ table, among }) => names.isTable(table) && (!among || names.isTable(among.listed.table)),
      );
      watches.set(query, sought && isPlain ? { fromMs: atMs + leadMs, all: sought.map(watch) } : null);
    },
    quiet: (query, fromMs, untilMs) => {
      const known = watches.get(query);
      if (!known) return false;
      const begins = ({ of }: Kept): number => Math.max(fromMs, untilMs - (of.withinMs ?? Number.POSITIVE_INFINITY));
      const isRemembered = (kept: Kept | undefined): boolean => !kept || begins(kept) >= known.fromMs;
      if (!known.all.every(({ rows, listed }) => isRemembered(rows) && isRemembered(listed))) return false;
      const valuesOf = (kept: Kept): string[] =>
        [...kept.minutes].flatMap(([value, minutes]) => (has(minutes, begins(kept), untilMs) ? [value] : []));
      return known.all.every(({ rows, listed }) => {
        const found = valuesOf(rows);
        if (!listed || found.length === 0) return found.length === 0;
        const values = new Set(valuesOf(listed));
        if (rows.column === undefined || values.has(anything)) return values.size === 0;
        return !found.some((value) => values.has(value) || (value === anything && values.size > 0));
      });
    },
  };
}

/** Of a cell that is no text: the same number or time is written in several ways, so that it may equal any. */
const anything = '\u0000';

/** Undefined for what may be any text. */
const lower = (cell: unknown): string | undefined =>
  typeof cell === 'string' ? cell.toLowerCase() : cell === null || cell === undefined ? '' : undefined;

function isOneOf(cell: unknown, texts: ReadonlySet<string>): boolean {
  const text = lower(cell);
  return text === undefined || texts.has(text);
}

/** A row that doesn't say when stands in every window. */
function has(minutes: ReadonlySet<number>, fromMs: number, untilMs: number): boolean {
  if (minutes.has(Number.NaN)) return true;
  const first = Math.floor(fromMs / minuteMs);
  const last = Math.floor(untilMs / minuteMs);
  if (last - first > minutes.size) return [...minutes].some((minute) => minute >= first && minute <= last);
  for (let minute = first; minute <= last; minute += 1) if (minutes.has(minute)) return true;
  return false;
}
