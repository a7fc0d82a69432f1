/** What analysts do at random, each from their own draws and from the queue as they last saw it. */
import type { Stage } from '@/e2e/contract/chaos-stage';
import { createRandom, type Random } from '@/lib/base/random';
import type { ActOutcome, ActRequest } from '@/lib/domain/incident/act';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { currentValues } from '@/lib/domain/incident/paint';

export const analysts = ['maya.chen@contoso.com', 'sam.lee@contoso.com', 'priya.nair@contoso.com'] as const;

/** One act that the console said it had stored. */
export type StoredAct = { by: string; changes: IncidentChanges | null; comment: { key: string; text: string } | null };

/** What all analysts did together. */
export type Ledger = {
  wanted: number;
  acts: number;
  stored: Map<string, StoredAct>;
  overtaken: number;
  notTaken: number;
};

const person = (name: string) => ({ name, displayName: null, objectId: null });

const verdicts = [
  { classification: 'truePositive', determination: 'phishing' },
  { classification: 'falsePositive', determination: 'notMalicious' },
  { classification: 'benignPositive', determination: 'securityTesting' },
] as const;

type MakeChanges = (random: Random, incident: Incident, nth: number) => IncidentChanges;

const makers: readonly MakeChanges[] = [
  (random) => ({ status: random.pick(['new', 'inProgress'] as const) }),
  (random) => ({ severity: random.pick(['high', 'medium', 'low', 'informational'] as const) }),
  (random) => ({ assignee: random.chance(0.2) ? null : person(random.pick(analysts)) }),
  (random, { tags }, nth) => ({
    tags: [
      ...tags.filter((tag) => tag.origin === 'analyst' && random.chance(0.8)),
      { name: `tag-${nth}`, origin: 'analyst' as const },
    ],
  }),
  (random, _, nth) => ({
    status: 'resolved',
    verdict: { ...random.pick(verdicts), reason: null, comment: `closed by act ${nth}` },
  }),
];

/** How many acts pass between two looks at the queue: analysts overtake each other meanwhile. */
const looksEvery = 5;

export async function workAsAnalyst({ ask }: Stage, ledger: Ledger, by: string, seed: number): Promise<void> {
  const random = createRandom(seed, by);
  let queue: Incident[] = [];

  function makeAct(incident: Incident): ActRequest {
    const changes = random.pick(makers)(random, incident, ledger.acts);
    ledger.acts += 1;
    const seen = currentValues(incident, changes);
    return { commandId: random.guid(), key: incident.key, changes, seen, overwrite: false };
  }

  function note(outcome: ActOutcome, changes: IncidentChanges | null): void {
    if (outcome.outcome === 'stored') ledger.stored.set(outcome.commandId, { by, changes, comment: null });
    else if (outcome.outcome === 'overtaken') ledger.overtaken += 1;
    else ledger.notTaken += 1;
  }

  async function change(incident: Incident): Promise<void> {
    const act = makeAct(incident);
    const outcome = await ask<ActOutcome>(by, 'incidents.change', { ...act, reason: null });
    note(outcome, act.changes);
    if (outcome.outcome !== 'overtaken' || random.chance(0.4)) return;
    const insisting = { ...act, overwrite: true, reason: null };
    note(await ask<ActOutcome>(by, 'incidents.change', insisting), act.changes);
  }

  async function changeMany(incidents: readonly Incident[]): Promise<void> {
    const acts = incidents.map(makeAct);
    const reply = await ask<{ outcomes: ActOutcome[] }>(by, 'incidents.changeMany', { acts, reason: null });
    for (const [index, outcome] of reply.outcomes.entries()) note(outcome, acts[index]?.changes ?? null);
  }

  async function comment(incident: Incident): Promise<void> {
    const request = { commandId: random.guid(), key: incident.key, text: `note ${ledger.acts} by ${by}` };
    ledger.acts += 1;
    await ask(by, 'incidents.comment', request);
    ledger.stored.set(request.commandId, { by, changes: null, comment: request });
  }

  async function undo(): Promise<void> {
    const own = [...ledger.stored].flatMap(([id, act]) => (act.by === by && act.changes !== null ? [id] : []));
    if (own.length === 0) return;
    ledger.acts += 1;
    const reply = await ask<{ outcomes: ActOutcome[] }>(by, 'incidents.undo', { commandIds: [random.pick(own)] });
    for (const outcome of reply.outcomes) note(outcome, null);
  }

  for (let turn = 0; ledger.acts < ledger.wanted; turn += 1) {
    if (turn % looksEvery === 0) {
      const { incidents } = await ask<IncidentList>(by, 'incidents.list');
      queue = incidents.toSorted((left, right) => left.key.localeCompare(right.key)).slice(0, 40);
    }
    const draw = random.next();
    if (draw < 0.7) await change(random.pick(queue));
    else if (draw < 0.8) await comment(random.pick(queue));
    else if (draw < 0.92) await undo();
    else await changeMany([...new Set([random.pick(queue), random.pick(queue), random.pick(queue)])]);
  }
}
