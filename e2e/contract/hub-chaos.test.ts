/**
 * Nothing is lost and nothing is doubled, whatever goes wrong: three analysts act 500 times while requests are
 * throttled, dropped, refused, delayed and in conflict, somebody works in Microsoft's portals, each system is down for
 * a while, and the server is killed and started again ten times.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { analysts, type Ledger, workAsAnalyst } from '@/e2e/contract/chaos-acts';
import { openStage, type Stage } from '@/e2e/contract/chaos-stage';
import { clearFaults, orderFault } from '@/e2e/contract/hub-harness';
import { environmentAt } from '@/e2e/contract/hub-settings';
import { collect } from '@/lib/base/collect';
import { createRandom } from '@/lib/base/random';
import type { Command } from '@/lib/domain/incident/command';
import { fromGraph } from '@/lib/domain/incident/from-graph';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import { type Incident, type SyncedField, syncedFields } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { disagreements, type Faces, incidentKey, mergeFaces } from '@/lib/domain/incident/merge';
import { changedFields } from '@/lib/domain/incident/paint';
import { fieldText } from '@/lib/domain/incident/same-field';
import { type ChangeCommand, showsField } from '@/lib/domain/incident/sync-state';
import { createUpstream } from '@/lib/upstream/upstream';

const seed = 20_250_115;
const graph = 'graph.microsoft.com';
const arm = 'management.azure.com';
/** For a machine that is many times slower than ours. */
const patienceMs = 300_000;
const soon = { timeout: patienceMs, interval: 250 };
const [anybody] = analysts;

/** What goes wrong in each life of the server; what has no count lasts until its end. */
const troubles: readonly (readonly Record<string, unknown>[])[] = [
  [{ host: graph, method: 'PATCH', status: 429, retryAfterSeconds: 1, count: 2 }],
  [{ host: graph, method: 'PATCH', drop: 'after', count: 3 }],
  [{ host: graph, method: 'PATCH', drop: 'before', count: 3 }],
  [{ host: arm, status: 503, message: 'Sentinel is down.' }],
  [{ host: graph, method: 'PATCH', status: 500, count: 4 }],
  [
    { host: arm, method: 'PUT', status: 409, count: 3 },
    { host: graph, method: 'POST', path: '/comments', drop: 'after', count: 2 },
  ],
  [{ host: graph, path: '/security/', status: 503, message: 'Defender is down.' }],
  [{ host: graph, method: 'PATCH', delayMs: 150, count: 20 }],
  [{ host: graph, method: 'PATCH', status: 403, message: 'Not for you.', count: 3 }],
  [
    { host: graph, method: 'GET', path: '/security/', drop: 'before', count: 4 },
    { host: arm, method: 'PUT', drop: 'after', count: 2 },
  ],
  [{ host: graph, method: 'PATCH', status: 400, message: 'Not like that.', count: 2 }],
];

/** Graph's names of the fields that both systems have. */
const graphNames: Partial<Record<SyncedField, string>> = {
  status: 'status',
  severity: 'severity',
  assignee: 'assignedTo',
  verdict: 'classification',
  tags: 'customTags',
};

const isChange = (command: Command): command is ChangeCommand => command.act.kind === 'change';

describe('chaos', () => {
  let stage: Stage;
  const ledger: Ledger = { wanted: 500, acts: 0, stored: new Map(), overtaken: 0, notTaken: 0 };
  let queue: Incident[];
  let commands: Command[];
  const faces = new Map<string, Faces>();

  /** Each life has a trouble of its own and ends while acts are on their way; the last one goes on to the end. */
  async function misfortune(): Promise<void> {
    const random = createRandom(seed, 'misfortune');
    for (const [life, trouble] of troubles.entries()) {
      for (const fault of trouble) await orderFault(stage.tenant, fault);
      const until = Math.round(((life + 1) * ledger.wanted) / troubles.length);
      while (ledger.acts < until) {
        if (random.chance(0.2)) stage.workElsewhere(random);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      if (life < troubles.length - 1) await stage.restart();
      await clearFaults(stage.tenant);
    }
  }

  /** What both systems say, asked by nobody's console. */
  async function readBothSystems(): Promise<void> {
    const { api } = createUpstream(environmentAt('https://localhost:4443'), {
      send: (request) => stage.tenant.fetch(request),
    });
    const sentinels = new Map(
      (await collect(api.sentinel.incidents.list())).map(fromSentinel).map((face) => [face.twin, face]),
    );
    for (const defender of (await collect(api.graphSecurity.incidents.list())).map(fromGraph)) {
      const both: Faces = { defender, sentinel: sentinels.get(defender.copy.id) ?? null };
      faces.set(incidentKey(both), both);
    }
  }

  beforeAll(async () => {
    stage = await openStage(patienceMs);
    const listed = async () => (await stage.ask<IncidentList>(anybody, 'incidents.list')).incidents.length;
    await vi.waitFor(async () => expect(await listed()).toBeGreaterThanOrEqual(50), soon);

    await Promise.all([misfortune(), ...analysts.map((by) => workAsAnalyst(stage, ledger, by, seed))]);

    const ids = [...ledger.stored.keys()];
    const unsettled = async () => {
      const known = await stage.ask<Command[]>(anybody, 'incidents.commands', { commandIds: ids });
      return known
        .filter(({ state }) => state !== 'confirmed' && state !== 'refused')
        .map(({ id, state }) => [id, state]);
    };
    await vi.waitFor(async () => expect(await unsettled()).toEqual([]), soon);
    const underway = async () => {
      queue = (await stage.ask<IncidentList>(anybody, 'incidents.list')).incidents;
      return queue.flatMap(({ key, sync }) =>
        Object.entries(sync).flatMap(([field, each]) => (each.state === 'pending' ? [{ key, field, ...each }] : [])),
      );
    };
    await vi.waitFor(async () => expect(await underway()).toEqual([]), soon);
    await readBothSystems();
    const store = await stage.journal();
    commands = (await store.commands.recent('')).commands;
    await store.close();
    const refused = commands.filter(({ state }) => state === 'refused').length;
    console.info(
      `${ledger.acts} acts: ${commands.length} stored, ${ledger.overtaken} overtaken, ${ledger.notTaken} not taken, ${refused} refused by Microsoft`,
    );
  }, patienceMs * 2);

  afterAll(async () => {
    await stage?.close();
  });

  const changesOf = (key: string) => commands.filter(isChange).filter((command) => command.incidentKey === key);
  const twins = () => [...faces].filter(([, each]) => each.sentinel !== null);

  it('loses no act and invents none', () => {
    expect(ledger.acts).toBeGreaterThanOrEqual(ledger.wanted);
    const known = commands.filter(({ id }) => ledger.stored.has(id)).map(({ id }) => id);
    expect(known.sort()).toEqual([...ledger.stored.keys()].sort());
    // A console that is killed before it answers leaves an undo that nobody knows of; refused, it is asked for anew.
    const unknown = commands.filter(({ id }) => !ledger.stored.has(id));
    expect(unknown.filter(({ undoes, state }) => undoes === null || state !== 'refused')).toEqual([]);
    for (const command of commands.filter(({ id }) => ledger.stored.has(id))) {
      const act = ledger.stored.get(command.id);
      expect(command.by.name).toBe(act?.by);
      // Tags are merged with what others did to them.
      if (isChange(command) && act?.changes && act.changes.tags === undefined) {
        expect(command.act.changes).toEqual(act.changes);
      }
    }
  });

  it('leaves both systems of one mind', () => {
    expect(twins().length).toBeGreaterThan(40);
    for (const [key, each] of twins()) expect([key, disagreements(each)]).toEqual([key, []]);
  });

  it('shows in the queue what the systems say', () => {
    for (const [key, each] of faces) {
      const shown = queue.find((incident) => incident.key === key);
      const said = mergeFaces(each, null);
      for (const field of syncedFields) {
        expect([key, field, shown && fieldText(field, shown)]).toEqual([key, field, fieldText(field, said)]);
      }
    }
  });

  it('explains every value by the journal or by the portal', () => {
    let explained = 0;
    for (const [key, { defender }] of faces) {
      for (const [field, name] of Object.entries(graphNames) as [SyncedField, string][]) {
        const last = changesOf(key).findLast(
          ({ act, state }) => state !== 'refused' && changedFields(act.changes).includes(field),
        );
        const writer = stage.lastWriter(key, name);
        const ours = writer === 'OneQueue' || writer === undefined;
        // The portal changes nothing else.
        if (!ours)
          expect([key, field, writer]).toEqual([key, 'severity', expect.stringMatching(/^(portal|Microsoft XDR)$/u)]);
        if (!ours || defender === null || (writer === undefined && last === undefined)) continue;
        const shows = last && showsField(field, defender, last.act.changes, { system: 'defender', owner: true });
        expect([key, field, shows]).toEqual([key, field, true]);
        explained += 1;
      }
    }
    expect(explained).toBeGreaterThan(60);
  });

  it('writes nothing twice', async () => {
    for (const [key] of faces) {
      const most = changesOf(key).length + stage.portalWritesTo(key);
      expect([key, stage.writesTo(key) <= most]).toEqual([key, true]);
    }
    let comments = 0;
    for (const { comment } of ledger.stored.values()) {
      if (comment === null) continue;
      const record = stage.tenant.store.graphIncidents.byId(comment.key);
      const twin = stage.tenant.store.sentinelIncidents.byName(record?.twin ?? comment.key);
      const inDefender = record?.fields.comments?.filter((each) => each.comment === comment.text).length ?? 1;
      const inSentinel = twin?.comments.filter((each) => each.message === comment.text).length ?? 1;
      expect([comment.text, inDefender, inSentinel]).toEqual([comment.text, 1, 1]);
      comments += 1;
    }
    expect(comments).toBeGreaterThan(10);
  });

  it('shows every refusal with its reason, until something newer was asked for', () => {
    const refused = commands.filter(isChange).filter(({ state }) => state === 'refused');
    expect(refused.length).toBeGreaterThan(0);
    for (const command of refused) {
      expect(command.failure?.message).toMatch(/Not for you|Not like that/u);
      const shown = queue.find(({ key }) => key === command.incidentKey);
      for (const field of changedFields(command.act.changes)) {
        const latest = changesOf(command.incidentKey).findLast(({ act }) => changedFields(act.changes).includes(field));
        if (latest !== command || shown === undefined) continue;
        const { defender } = faces.get(command.incidentKey) ?? { defender: null };
        // Somebody else has made it so: then nobody misses it.
        if (defender && showsField(field, defender, command.act.changes, { system: 'defender', owner: true })) continue;
        expect(shown.sync[field]).toMatchObject({
          state: 'refused',
          commandId: command.id,
          reason: command.failure?.message,
        });
      }
    }
  });
});
