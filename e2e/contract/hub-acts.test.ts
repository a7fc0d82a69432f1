/** Acts upon incidents through the hub: who was quicker, many at once, taking back, merging, choosing, and what is remembered. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bench,
  changed,
  hubOn,
  listed,
  maya,
  nextCommandId,
  smallTenant,
  untouchedTwin,
} from '@/e2e/contract/hub-harness';
import { unseen } from '@/e2e/contract/hub-settings';
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { FeedEvent } from '@/lib/domain/incident/feed-event';
import type { Assignee, FieldSync, IncidentChanges } from '@/lib/domain/incident/incident';
import type { TaskRequest } from '@/lib/hub/hub';

const sam: Assignee = { name: 'sam.lee@contoso.com', displayName: 'Sam Lee', objectId: null };
const portal = { kind: 'caller', name: 'jordan.reyes@contoso.com' } as const;

describe('acts', () => {
  let bench: Bench;
  let key: string;
  const used = new Set<string>();
  beforeAll(async () => {
    const tenant = await smallTenant({ incidents: 120 });
    bench = { tenant, ...(await hubOn(tenant)) };
    await bench.hub.refresh();
  }, 300_000);
  beforeEach(() => {
    key = untouchedTwin(bench.tenant, used);
  });
  afterAll(async () => {
    await bench.close();
    await bench.tenant.close();
  });

  const act = (by: Assignee, changes: IncidentChanges, seen: IncidentChanges | null, overwrite = false) =>
    bench.hub.change({ commandId: nextCommandId(), key, changes, seen, overwrite, reason: null }, by);
  async function carried(): Promise<void> {
    await bench.hub.idle();
    await bench.tenant.clock.advance(60_000);
    await bench.hub.refresh();
  }
  const record = (id = key) => bench.tenant.store.graphIncidents.byId(id) ?? expect.unreachable(`no incident ${id}`);

  it('tells the later of two analysts who was quicker, and stores nothing until told to', async () => {
    const before = listed(bench.hub, key);
    await act(maya, { severity: 'low' }, { severity: 'high' }, true);
    const late = await act(
      sam,
      { severity: 'informational' },
      { severity: before.severity === 'high' ? 'high' : 'medium' },
    );
    expect(late).toMatchObject({
      outcome: 'overtaken',
      incident: { severity: 'low' },
      fields: [{ field: 'severity', yours: 'informational', theirs: 'low', by: 'Maya Chen' }],
    });
    expect(await bench.hub.commands([late.commandId])).toEqual([]);
    expect(await act(sam, { severity: 'informational' }, { severity: 'high' }, true)).toMatchObject({
      outcome: 'stored',
    });
    await carried();
    expect(record().fields.severity).toBe('informational');
  });

  it('keeps the tags of both', async () => {
    const tag = (name: string) => ({ name, origin: 'analyst' as const });
    const seen = { tags: listed(bench.hub, key).tags };
    await act(maya, { tags: [...seen.tags, tag('a')] }, seen);
    expect(await act(sam, { tags: [...seen.tags, tag('b')] }, seen)).toMatchObject({ outcome: 'stored' });
    await carried();
    expect(record().fields.customTags).toEqual(expect.arrayContaining(['a', 'b']));
  });

  it('takes many acts at once: one event, an outcome each, in their order', async () => {
    const others = Array.from({ length: 6 }, () => untouchedTwin(bench.tenant, used));
    const events: FeedEvent[] = [];
    const ending = new AbortController();
    const following = (async () => {
      for await (const event of bench.hub.feed(bench.hub.list().seq, ending.signal)) events.push(event);
    })();
    const acts = [...others, '99999999'].map((each) => ({
      ...{ commandId: nextCommandId(), key: each, seen: null, overwrite: false },
      changes: { status: 'inProgress' as const },
    }));
    const pending = bench.hub.changeMany({ acts, reason: 'morning round' }, maya);
    const { outcomes } = await pending;
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...others.map(() => 'stored'), 'refused']);
    expect(outcomes.map(({ commandId }) => commandId)).toEqual(acts.map(({ commandId }) => commandId));
    const commands = await bench.hub.commands(acts.map(({ commandId }) => commandId));
    expect(new Set(commands.map(({ batchId }) => batchId)).size).toBe(1);
    await bench.hub.idle();
    ending.abort();
    await following;
    const first = events.find((event) => event.kind === 'incidents');
    expect(first?.kind === 'incidents' && first.upserts.map((incident) => incident.key).sort()).toEqual(
      others.toSorted(),
    );
  }, 60_000);

  it('takes a close back on both sides, and only once', async () => {
    const verdict = {
      classification: 'falsePositive',
      determination: 'notMalicious',
      reason: null,
      comment: 'Noise.',
    } as const;
    const { commandId } = await changed(bench.hub, key, { status: 'resolved', verdict });
    await carried();
    expect(record().fields.status).toBe('resolved');
    const [first] = (await bench.hub.undo([commandId], sam)).outcomes;
    const [second] = (await bench.hub.undo([commandId], sam)).outcomes;
    expect(first).toMatchObject({ outcome: 'stored' });
    expect(second?.commandId).toBe(first?.commandId);
    await carried();
    const twin = bench.tenant.store.sentinelIncidents.byName(record().twin ?? '');
    expect(record().fields).toMatchObject({ status: 'active', classification: 'unknown', resolvingComment: null });
    expect(twin?.fields).toMatchObject({ status: 'New', classificationComment: null });
    expect(listed(bench.hub, key)).toMatchObject({
      status: 'new',
      verdict: null,
      sync: { status: { state: 'confirmed' } },
    });
    const [undoing] = await bench.hub.commands([first?.commandId ?? '']);
    expect(undoing).toMatchObject({ undoes: commandId, by: sam });
  });

  it('takes a change back in Sentinel, from where Defender gets it (M47)', async () => {
    const { commandId } = await changed(bench.hub, key, { status: 'inProgress' });
    await carried();
    const [back] = (await bench.hub.undo([commandId], maya, 'sentinel')).outcomes;
    await bench.hub.idle();
    const twin = bench.tenant.store.sentinelIncidents.byName(record().twin ?? '');
    expect([twin?.fields.status, record().fields.status]).toEqual(['New', 'inProgress']);
    expect((await bench.hub.commands([back?.commandId ?? '']))[0]).toMatchObject({
      owner: 'sentinel',
      undoes: commandId,
    });
    await carried();
    expect(record().fields.status).toBe('active');
    expect(listed(bench.hub, key).sync.status).toMatchObject({
      state: 'confirmed',
      commandId: back?.commandId,
      shownBy: ['defender', 'sentinel'],
    });
  });

  it('does not take back over what somebody else did since', async () => {
    const { commandId } = await changed(bench.hub, key, { status: 'inProgress' });
    await bench.hub.change({ ...unseen, commandId: nextCommandId(), key, changes: { status: 'resolved' } }, sam);
    expect((await bench.hub.undo([commandId], maya)).outcomes).toEqual([
      { outcome: 'refused', commandId, key, reason: 'Sam Lee has changed the status to “resolved” since.' },
    ]);
    expect((await bench.hub.undo([nextCommandId()], maya)).outcomes[0]).toMatchObject({ outcome: 'refused' });
  });

  describe('tasks', () => {
    const call = { title: 'Call the user', description: null, status: 'open' } as const;
    const done = { ...call, status: 'completed' } as const;
    const taskId = '6f1c2f0e-9a51-4f0b-8d0e-000000000001';
    const ownOfSentinel = () =>
      bench.hub
        .list()
        .incidents.find(({ defender, sentinel }) => defender === null && sentinel?.providerName === 'Azure Sentinel')
        ?.key ?? expect.unreachable('no incident of Sentinel’s own');
    const kept = (of: string) => bench.tenant.store.sentinelIncidents.byName(of)?.tasks ?? [];
    const change = async (of: string, more: Pick<TaskRequest, 'before' | 'wanted'>) => {
      const outcome = await bench.hub.changeTask({ commandId: nextCommandId(), key: of, taskId, ...more }, maya);
      await bench.hub.idle();
      return outcome.commandId;
    };
    const shown = async (of: string) =>
      (await bench.hub.tasks(of)).tasks.map(({ title, status, state }) => [title, status, state]);

    it('are added, completed beside what somebody else wrote, taken back, and counted before closing', async () => {
      const own = ownOfSentinel();
      await change(own, { before: null, wanted: call });
      expect(kept(own)).toMatchObject([{ name: taskId, title: 'Call the user', status: 'New' }]);
      expect((await bench.hub.closePreflight([own]))[0]?.openTasks).toEqual([
        { title: 'Call the user', system: 'sentinel' },
      ]);
      const record = bench.tenant.store.sentinelIncidents.byName(own) ?? expect.unreachable('it is gone');
      const renamed = kept(own).map((task) => ({ ...task, title: 'Call her', revision: task.revision + 1 }));
      bench.tenant.store.sentinelIncidents.setTasks(record, renamed, portal);
      const commandId = await change(own, { before: call, wanted: done });
      expect(await shown(own)).toEqual([['Call her', 'completed', 'confirmed']]);
      const [undone] = (await bench.hub.undo([commandId], sam)).outcomes;
      expect(undone).toMatchObject({ outcome: 'stored' });
      await bench.hub.idle();
      expect(await shown(own)).toEqual([['Call her', 'open', 'confirmed']]);
      await change(own, { before: call, wanted: { ...call, title: 'Mail the user' } });
      expect((await bench.hub.tasks(own)).tasks).toMatchObject([
        { title: 'Call her', state: 'refused', reason: 'Somebody changed its title to “Call her” meanwhile' },
      ]);
      await change(own, { before: { ...call, title: 'Call her' }, wanted: null });
      expect([kept(own), await shown(own)]).toEqual([[], []]);
    }, 60_000);

    it('of an incident that Defender has too are Sentinel’s to change', async () => {
      const refused = await bench.hub.changeTask(
        { commandId: nextCommandId(), key, taskId, before: null, wanted: call },
        maya,
      );
      expect(refused).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('Sentinel keeps tasks') });
      expect(kept(record().twin ?? '')).toEqual([]);
    });
  });

  it('merges with a preview that comes true', async () => {
    const other = untouchedTwin(bench.tenant, used);
    for (const id of [key, other]) {
      bench.tenant.store.graphIncidents.change(
        record(id),
        { assignedTo: null, classification: null, determination: null },
        portal,
      );
    }
    await carried();
    const preview = await bench.hub.mergePreview([key, other], null);
    expect(preview).toMatchObject({ how: 'merge', refusedBecause: [], failures: [] });
    const [source] = preview.moves;
    if (source === undefined) throw new Error('nothing moves');
    const request = {
      commandId: nextCommandId(),
      survivor: preview.survivor,
      sources: [source.key],
      reasons: ['sameCampaign'],
      comment: 'One campaign.',
    };
    const { seq } = bench.hub.list();
    expect(await bench.hub.merge(request, maya)).toMatchObject({ outcome: 'stored' });
    // Every browser is told that it is about to end, and not only the one that asked for it.
    const ending = new AbortController();
    const marks: (FieldSync | undefined)[] = [];
    for await (const event of bench.hub.feed(seq, ending.signal)) {
      const told = event.kind === 'incidents' ? event.upserts.find((one) => one.key === source.key) : undefined;
      if (told !== undefined) marks.push(told.sync.status);
      if (marks.length > 0) break;
    }
    ending.abort();
    expect(marks).toMatchObject([{ state: 'pending', commandId: request.commandId }]);
    await bench.hub.idle();
    expect(record(source.key).fields).toMatchObject({ status: 'redirected', redirectIncidentId: preview.survivor });
    expect(await bench.hub.resolve(`#${source.key}`)).toMatchObject({ kind: 'redirected', to: preview.survivor });
    await carried();
    expect(await bench.hub.commands([request.commandId])).toMatchObject([{ state: 'confirmed' }]);
    for (const merged of [source.key, preview.survivor])
      expect(listed(bench.hub, merged).sync.status?.commandId).not.toBe(request.commandId);
    expect(listed(bench.hub, preview.survivor).alertCount).toBe(preview.after.alertCount);
    const twin = bench.tenant.store.sentinelIncidents.byName(record(source.key).twin ?? '');
    expect(twin?.fields.status).toBe('Closed');
    const { entries } = await bench.hub.history(preview.survivor);
    expect(entries.find(({ what }) => what === 'merge')).toMatchObject({
      from: source.key,
      to: preview.survivor,
      by: { name: 'Maya Chen' },
    });
    // Its address leads to the survivor, and its own past can still be read.
    const past = await bench.hub.mergedHistory(source.key);
    expect(past.entries).toContainEqual(expect.objectContaining({ what: 'merge', to: preview.survivor }));
    expect(past.entries).not.toContainEqual(expect.objectContaining({ commandId: request.commandId }));
    await expect(bench.hub.mergedHistory(preview.survivor)).rejects.toThrow('was merged into another');
  });

  it('refuses to merge what Defender would refuse, in words', async () => {
    const other = untouchedTwin(bench.tenant, used);
    await changed(bench.hub, key, { assignee: maya });
    await changed(bench.hub, other, { assignee: sam });
    await carried();
    const request = { commandId: nextCommandId(), survivor: key, sources: [other], reasons: [], comment: null };
    const outcome: ActOutcome = await bench.hub.merge(request, maya);
    expect(outcome).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/assigned to/u) });
  });

  it('settles a difference between the systems on both of them, with a record of it', async () => {
    const twin = bench.tenant.store.sentinelIncidents.byName(record().twin ?? '') ?? expect.unreachable('no twin');
    await bench.tenant.clock.advance(1_000);
    // The carrier between the systems has lost this one.
    bench.tenant.store.sentinelIncidents.change(twin, { severity: 'Low' }, { kind: 'sync', name: 'lost' });
    bench.tenant.store.graphIncidents.change(record(), { severity: 'high' }, { kind: 'sync', name: 'lost' });
    await bench.hub.refresh();
    await bench.tenant.clock.advance(3 * 60_000);
    await changed(bench.hub, key, { tags: [] });
    expect(listed(bench.hub, key).sync.severity).toMatchObject({
      state: 'drifted',
      values: { defender: 'high', sentinel: 'low' },
    });
    const choice = { commandId: nextCommandId(), key, field: 'severity', keep: 'sentinel' } as const;
    expect(await bench.hub.settleDrift(choice, maya)).toMatchObject({
      outcome: 'stored',
      incident: { severity: 'low' },
    });
    await carried();
    expect([record().fields.severity, twin.fields.severity]).toEqual(['low', 'Low']);
    expect(listed(bench.hub, key).sync.severity?.state).toBe('confirmed');
    const { entries } = await bench.hub.history(key);
    expect(entries.find(({ commandId }) => commandId === choice.commandId)).toMatchObject({
      what: 'severity',
      to: 'low',
      by: { kind: 'analyst', name: 'Maya Chen' },
    });
    expect(await bench.hub.settleDrift({ ...choice, commandId: nextCommandId() }, maya)).toMatchObject({
      outcome: 'refused',
    });
  });

  it('remembers what changed, who did it and when, and what is new since one looked', async () => {
    expect(await bench.hub.lastSeen(key, maya)).toBeNull();
    expect(await bench.hub.seen(key, maya)).toEqual({ before: null });
    const at = (await bench.hub.lastSeen(key, maya)) ?? '';
    expect(await bench.hub.lastSeen(key, sam)).toBeNull();
    await bench.tenant.clock.advance(1_000);
    bench.tenant.store.graphIncidents.change(record(), { severity: 'informational' }, portal);
    await carried();
    await changed(bench.hub, key, { status: 'inProgress' });
    await carried();
    const { entries } = await bench.hub.changesSince(key, at);
    const told = entries.map(({ what, to, by, system }) => [what, to, by.kind, system]);
    expect(told).toContainEqual(['severity', 'informational', 'analyst', 'defender']);
    expect(told).toContainEqual(['severity', 'informational', 'sync', 'sentinel']);
    expect(told).toContainEqual(['status', 'inProgress', 'analyst', 'onequeue']);
    expect(told).toContainEqual(['status', 'inProgress', 'sync', 'sentinel']);
    const logged = entries.find(({ what, system }) => what === 'severity' && system === 'sentinel');
    expect(logged?.times).toMatchObject({
      created: expect.any(String),
      synced: expect.any(String),
      ingested: expect.any(String),
    });
  });
});
