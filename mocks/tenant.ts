/**
 * The mock tenant as a function: a Contoso with a clock, two security systems that keep each other informed, logs that
 * KQL runs over, and the HTTP face of Microsoft's APIs in front. `mocks/server.ts` serves it over TLS.
 */

import type { RequestHandler } from 'msw';
import { startAutomation } from '@/mocks/cloud/automation/automation';
import { startPlaybooksByHand } from '@/mocks/cloud/automation/playbooks-by-hand';
import { startConnectors } from '@/mocks/cloud/connectors/connectors';
import { startResolvingAlerts } from '@/mocks/cloud/defender/resolve-alerts';
import { detectionWorld, startDetection } from '@/mocks/cloud/detection/detection';
import { startIntrusions } from '@/mocks/cloud/detection/intrusions';
import { startRunsOnDemand } from '@/mocks/cloud/detection/run-on-demand';
import { createSoughtWatch } from '@/mocks/cloud/detection/sought-watch';
import { startAssessingRisk } from '@/mocks/cloud/identity/assess-risk';
import { startInvestigating } from '@/mocks/cloud/response/investigate';
import { startResponse } from '@/mocks/cloud/response/response';
import { startSync } from '@/mocks/cloud/sync/sync';
import { startTrickle } from '@/mocks/cloud/trickle/trickle';
import { createCompany } from '@/mocks/company/company';
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import { allHandlers } from '@/mocks/handlers/all-handlers';
import { createDoor, type Door } from '@/mocks/handlers/door';
import { registeredCertificates } from '@/mocks/handlers/entra/client-assertion';
import { createTokenMint, type TokenMint } from '@/mocks/handlers/entra/token-mint';
import { createFaults } from '@/mocks/handlers/manners/faults';
import { createThrottle } from '@/mocks/handlers/manners/throttle';
import type { Environment } from '@/mocks/kql/environment/environment';
import type { Engine } from '@/mocks/kql/run/contract';
import { queryEnvironment } from '@/mocks/query-environment';
import { stories } from '@/mocks/scenarios/stories';
import { createBusyMinutes } from '@/mocks/store/busy-minutes';
import { type Clock, createClock } from '@/mocks/store/clock';
import { type SyncSettings, usualSync } from '@/mocks/store/connections/sync-settings';
import { keepAccountLogs } from '@/mocks/store/keep-account-logs';
import { keepLogs } from '@/mocks/store/keep-logs';
import { loadStory } from '@/mocks/store/load-story';
import { createLogWriter, type LogWriter } from '@/mocks/store/log-writer';
import { seedAccountRisks } from '@/mocks/store/seed-account-risks';
import { seedNamedLocations } from '@/mocks/store/seed-named-locations';
import { seedAutomation } from '@/mocks/store/seed-rules/seed-automation';
import { seedDetections } from '@/mocks/store/seed-rules/seed-detections';
import { seedAlertRules } from '@/mocks/store/seed-rules/seed-rules';
import { seedSentinel } from '@/mocks/store/seed-sentinel';
import { seedWatchlists } from '@/mocks/store/seed-watchlists';
import { createStore, type Store } from '@/mocks/store/store';
import { createTelemetry, type Telemetry } from '@/mocks/store/telemetry';
import { createUsageMeter, type UsageMeter } from '@/mocks/store/usage-meter';
import { workspaceTables } from '@/mocks/store/workspace-tables';
import { openTenantLogs } from '@/mocks/tenant-logs';

export type TenantOptions = {
  /** Same seed, same tenant. */
  seed?: number;
  /** Where the clock starts. */
  now?: Date;
  incidents?: number;
  /** About how many rows of telemetry, besides what the stories leave behind. */
  rows?: number;
  sync?: Partial<SyncSettings>;
  /** A clock that only moves when it is told to. */
  paused?: boolean;
  /** False leaves the logs unmade until the first query. */
  warm?: boolean;
  /** Runs the log engine as a process of its own and keeps its rows here between starts; inside, in memory, without. */
  folder?: string | undefined;
  /** PEM certificates with which the console's application may prove itself instead of its secret. */
  clientCertificates?: readonly string[];
  /** False keeps new attacks from happening while the clock runs. */
  trickle?: boolean;
  /** True runs the rules of the workspace and of Defender, and its automation, while the clock runs. */
  detection?: boolean;
  /** False lets callers ask as often as they like. */
  quotas?: boolean;
  /** Told about requests nobody answers and about failures; the console by default. */
  report?: (message: string, failure?: unknown) => void;
};

export type Tenant = {
  /** Answers Microsoft's hosts by their own names, and `https://anywhere/<microsoft-host>/<path>`. */
  fetch(request: Request): Promise<Response>;
  /** What it answers, in the order it looks. */
  readonly handlers: readonly RequestHandler[];
  readonly store: Store;
  readonly clock: Clock;
  close(): Promise<void>;
};

export const tenantStart = new Date('2025-01-15T10:05:00Z');

type World = { store: Store; handlers: readonly RequestHandler[]; door: Door; close(): Promise<void> };
type Settings = Required<Omit<TenantOptions, 'sync' | 'folder'>> & {
  folder: string | undefined;
  sync: SyncSettings;
  mint: TokenMint;
  reset: () => Promise<void>;
};

/** Rows that nobody has asked for yet don't exist yet. */
function* lazily(make: () => readonly LogBatch[]): Generator<LogBatch> {
  yield* make();
}

/** Tells the first part of a very large month and has the database repeat it; answers the rows per table. */
async function bulk(
  telemetry: Telemetry,
  engine: Engine,
  usage: UsageMeter,
  append: (batch: LogBatch) => Promise<void>,
): Promise<Readonly<Record<string, number>>> {
  const first = createLogWriter(append, undefined, {}, (table, rows) => usage.saw(table, rows, telemetry.copies + 1));
  first.pour(telemetry.history());
  await first.settled();
  await engine.multiply(telemetry.copies);
  return engine.counts();
}

/** What happened by itself, and then the account of the hours that it filled. */
function* meanwhile(telemetry: Telemetry, usage: UsageMeter, nowMs: number): Generator<LogBatch> {
  yield* telemetry.until(nowMs);
  yield* usage.until(nowMs);
}

function meterOf({ connections }: Store, startMs: number): UsageMeter {
  let inWorkspace: ReadonlySet<string> | undefined;
  return createUsageMeter({
    startMs,
    arriving: (batch) => {
      inWorkspace ??= new Set(workspaceTables().map(({ name }) => name));
      return inWorkspace.has(batch.table) ? connections.heard(batch).rows : [];
    },
    absences: () => connections.absences(),
  });
}

/** What Microsoft's services do by themselves, rules apart. */
function startCloud(store: Store, logs: LogWriter): void {
  startSync(store);
  startConnectors(store, logs);
  startResolvingAlerts(store);
  startResponse(store, logs);
  startInvestigating(store);
  startAssessingRisk(store);
  startPlaybooksByHand(store, logs);
}

async function createWorld(settings: Settings): Promise<World> {
  const { seed, now, report } = settings;
  const clock = createClock({
    startMs: now.getTime(),
    // It starts when everything is there, however long that takes.
    paused: true,
    report: (failure) => report('a timer of the tenant failed', failure),
  });
  const { incidents, rows } = settings;
  // The engine is opened before there is a tenant that could tell it anything.
  let environment: () => Partial<Environment> = () => ({});
  const opening = openTenantLogs({
    folder: settings.folder,
    settings: { seed, incidents, rows, now: now.toISOString() },
    environment: () => environment(),
    report,
  });
  const company = createCompany(seed);
  const store = createStore({ seed, clock, company });
  environment = queryEnvironment(store);
  const telemetry = createTelemetry({ seed, company, startMs: now.getTime(), rows });
  const past: Iterable<LogBatch>[] = [seedWatchlists(store, now), seedSentinel(store, now)];
  past.push(seedAlertRules(store, now));
  seedAutomation(store, now);
  seedDetections(store, now);
  // A file of the last start is opened meanwhile.
  for (const story of stories({ seed, company, now, incidents })) {
    const { rows: deeds } = story;
    past.push(loadStory(store, story), lazily(deeds));
  }
  past.push(seedAccountRisks(store));
  seedNamedLocations(store.namedLocations, company);
  const { engine, kept, keep, close } = await opening;
  const busy = createBusyMinutes(now.getTime());
  const append = (batch: LogBatch): Promise<void> => {
    const { table, rows: written } = store.endpoint.heard(store.connections.heard(batch));
    busy.saw(table, written);
    return engine.append(table, written);
  };
  const usage = meterOf(store, now.getTime());
  const copied = !kept && telemetry.copies > 0 ? await bulk(telemetry, engine, usage, append) : undefined;
  if (!kept && !copied) past.unshift(telemetry.history());
  const sought = createSoughtWatch();
  const saw = (table: string, rows: readonly LogRow[]): void => {
    sought.saw(table, rows);
    usage.saw(table, rows);
  };
  const logs = createLogWriter(append, () => meanwhile(telemetry, usage, clock.nowMs()), kept ?? copied, saw);
  past.push(usage.past());
  if (!kept) for (const batches of past) logs.pour(batches);
  if (settings.warm) await logs.settled();
  if (!kept && settings.warm) await keep();

  keepLogs(store, logs);
  keepAccountLogs(store, logs);
  store.connections.changeSync(settings.sync);
  startCloud(store, logs);
  if (settings.trickle) startTrickle(store, logs);
  const detecting = detectionWorld({ store, logs, engine, busy, sought });
  startRunsOnDemand(detecting);
  if (settings.detection) {
    const failed = (failure: unknown): void => report('detection stopped', failure);
    startDetection(detecting, failed);
    startIntrusions(store, logs);
    startAutomation(store, logs);
  }
  if (!settings.paused) clock.resume();
  const throttle = settings.quotas ? createThrottle(clock) : { count: () => {}, levels: () => ({}) };
  const { mint, reset } = settings;
  const certificates = registeredCertificates(settings.clientCertificates);
  const services = {
    store,
    logs,
    engine,
    mint,
    certificates,
    faults: createFaults(),
    throttle,
    traffic: new Map(),
    reset,
  };
  const handlers = allHandlers(services);
  return {
    store,
    handlers,
    door: createDoor(services, handlers, report),
    close: async () => {
      clock.close();
      await close();
    },
  };
}

export async function createTenant(options: TenantOptions = {}): Promise<Tenant> {
  const { sync, ...rest } = options;
  const settings: Settings = {
    seed: 1,
    now: tenantStart,
    incidents: 200,
    rows: 200_000,
    paused: false,
    quotas: true,
    warm: true,
    trickle: false,
    detection: false,
    folder: undefined,
    clientCertificates: [],
    report: (message, failure) => console.error(`tenant: ${message}`, failure ?? ''),
    ...rest,
    sync: { ...usualSync, ...sync },
    mint: await createTokenMint(),
    reset: async () => {
      const old = world;
      world = await createWorld(settings);
      await old.close();
    },
  };
  let world = await createWorld(settings);
  return {
    fetch: (request) => world.door(request),
    get handlers() {
      return world.handlers;
    },
    get store() {
      return world.store;
    },
    get clock() {
      return world.store.clock;
    },
    close: () => world.close(),
  };
}
