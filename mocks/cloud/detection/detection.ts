/**
 * The tenant's own detection: once a minute of its clock, the rules that are due run their queries. When the clock is
 * moved, every run happens at its own time; when it runs by itself, queries don't hold up what else is due.
 */

import { actOn, askRule, type DetectionWorld, isDue } from '@/mocks/cloud/detection/analytics-rule';
import {
  actOnDetection,
  askDetection,
  type DetectionMemory,
  detectionWindow,
  isDetectionDue,
} from '@/mocks/cloud/detection/custom-detection';
import { namedTables } from '@/mocks/cloud/detection/named-tables';
import { createNearRealTime } from '@/mocks/cloud/detection/near-real-time';
import { createAsking, windowOf } from '@/mocks/cloud/detection/query-rule-run';
import { sideBySide } from '@/mocks/cloud/detection/side-by-side';
import type { SoughtWatch } from '@/mocks/cloud/detection/sought-watch';
import type { Engine } from '@/mocks/kql/run/contract';
import type { BusyMinutes } from '@/mocks/store/busy-minutes';
import type { LogWriter } from '@/mocks/store/log-writer';
import { isQueryRule } from '@/mocks/store/records/alert-rule-record';
import type { Store } from '@/mocks/store/store';

const minuteMs = 60_000;
/** Queries that may run at once. */
const lanes = 2;

export type DetectionOptions = {
  store: Store;
  logs: LogWriter;
  engine: Engine;
  busy: BusyMinutes;
  sought: SoughtWatch;
  /** Told when a minute's runs failed altogether. */
  report: (failure: unknown) => void;
};

export const detectionWorld = (options: Omit<DetectionOptions, 'report'>): DetectionWorld => {
  const { store, logs, engine, busy, sought } = options;
  const functions = (): Set<string> =>
    new Set([...store.sentinel.savedSearches.all()].flatMap(({ fields }) => fields.functionAlias ?? []));
  const learn = (query: string): void => {
    if (namedTables([query]).all) return;
    const [tables, named] = [logs.counts(), functions()];
    const names = {
      isTable: (name: string) => Object.hasOwn(tables, name),
      isFunction: (name: string) => named.has(name),
    };
    sought.answered(query, store.clock.nowMs(), names);
  };
  const ask = createAsking(engine, busy, sought, learn);
  return { store, logs, engine, sought, learn, ask, nearRealTime: createNearRealTime() };
};

export function startDetection(world: DetectionWorld, report: DetectionOptions['report']): void {
  const { store, logs, sought } = world;
  const { clock } = store;
  const memory: DetectionMemory = { nextMs: new Map(), alerted: new Map(), startedAt: clock.iso() };
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function minute(atMs: number): Promise<void> {
    const rules = [...store.rules.alertRules.all()].filter((rule) => isDue(rule, atMs));
    const detections = [...store.detectionRules.all()].filter((rule) => isDetectionDue(rule, memory, atMs));
    if (rules.length + detections.length === 0) return;
    // What has happened is known before it is handed over.
    await logs.settled(() => false);
    const queries = [
      ...rules.flatMap((rule) => {
        const { body } = rule;
        return isQueryRule(body) ? [{ query: body.properties.query, window: windowOf(rule, body, atMs) }] : [];
      }),
      ...detections.map((rule) => {
        return { query: rule.fields.queryCondition.queryText, window: detectionWindow(rule, memory, atMs) };
      }),
    ];
    const loud = queries.filter(({ query, window: { from, until } }) => {
      return !sought.quiet(query, from.getTime(), until.getTime());
    });
    // What nobody is about to ask may wait: a trip to the engine for each minute and table is what costs.
    await logs.settled(namedTables(loud.map(({ query }) => query)).has);
    const asked = await sideBySide(lanes, rules, (rule) => askRule(world, rule, atMs));
    const askedDetections = await sideBySide(lanes, detections, (rule) => askDetection(world, memory, rule, atMs));
    // In order, whichever query was quicker: the same seed makes the same alerts.
    for (const one of asked) if (one) actOn(world, one);
    for (const one of askedDetections) actOnDetection(world, memory, one);
  }

  async function tick(): Promise<void> {
    // The clock stands still while it is being moved. A minute that is not done yet holds up the next.
    const moved = clock.state().paused;
    await running;
    if (stopped) return;
    running = minute(clock.nowMs()).catch((failure: unknown) => {
      stopped = true;
      report(failure);
    });
    if (moved) await running;
    next();
  }

  function next(): void {
    const nowMs = clock.nowMs();
    clock.after((Math.floor(nowMs / minuteMs) + 1) * minuteMs - nowMs, tick);
  }

  next();
}
