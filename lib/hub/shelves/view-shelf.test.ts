import { afterAll, beforeAll, expect, test } from 'vitest';
import { blankMemory } from '@/e2e/contract/blank-database';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { SavedViewDraft } from '@/lib/domain/queue/saved-view';
import { createViewShelf, type ViewShelf } from '@/lib/hub/shelves/view-shelf';
import { openStore, type Store } from '@/lib/store/store';

const maya = { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null };
const liam = { name: 'Liam@contoso.com', displayName: null, objectId: null };
const draft = (id: number, change: Partial<SavedViewDraft> = {}): SavedViewDraft => ({
  id: `7d0c1a52-5d8b-4c5e-9a57-0d9a3b1f000${id}`,
  noun: 'incidents',
  name: `View ${id}`,
  shared: false,
  search: '?q=severity:high',
  columns: null,
  zone: 'utc',
  ...change,
});

let store: Store;
let shelf: ViewShelf;
let now = new Date('2025-01-15T08:00:00Z');
beforeAll(async () => {
  store = await openStore(await blankMemory());
  shelf = createViewShelf(store, () => now);
});
afterAll(() => store.close());

const names = async (by: Assignee) => (await shelf.list(by)).views.map(({ name }) => name);

test('a private view is the analyst’s own, a shared one is everybody’s', async () => {
  await shelf.save(draft(1), maya);
  await shelf.save(
    draft(2, { shared: true, columns: { order: ['a'], hidden: [], pinned: ['a'], widths: { a: 90 } } }),
    maya,
  );
  expect(await names({ ...maya, name: 'MAYA.chen@contoso.com' })).toEqual(['View 1', 'View 2']);
  expect((await shelf.list(liam)).views).toMatchObject([
    { name: 'View 2', owner: maya.name, columns: { widths: { a: 90 } }, updatedAt: '2025-01-15T08:00:00.000Z' },
  ]);
});

test('nobody changes or removes a colleague’s view', async () => {
  await expect(shelf.save(draft(2, { name: 'Mine now' }), liam)).rejects.toThrow(/belongs to maya/u);
  await expect(shelf.remove(draft(2).id, liam)).rejects.toThrow(/belongs to maya/u);
  expect(await names(liam)).toEqual(['View 2']);
});

test('a default is per person and queue, and goes with its view', async () => {
  await shelf.makeDefault('incidents', draft(2).id, liam);
  await shelf.makeDefault('incidents', 'morning', maya);
  expect((await shelf.list(liam)).defaults).toEqual({ incidents: draft(2).id, alerts: null, rules: null });
  expect((await shelf.list(maya)).defaults.incidents).toBe('morning');
  await shelf.remove(draft(2).id, maya);
  expect((await shelf.list(liam)).defaults.incidents).toBeNull();
});

test('a visit goes on until half an hour of silence', async () => {
  expect(await shelf.visit(maya)).toEqual({
    startedAt: '2025-01-15T08:00:00.000Z',
    previousEndedAt: null,
    looks: {},
  });
  await store.incidentLooks.note(maya.name, '1', '2025-01-15T08:10:00.000Z');
  now = new Date('2025-01-15T08:20:00Z');
  expect((await shelf.visit(maya)).startedAt).toBe('2025-01-15T08:00:00.000Z');
  now = new Date('2025-01-15T12:00:00Z');
  await store.incidentLooks.note(maya.name, '2', '2025-01-15T11:59:59.000Z');
  expect(await shelf.visit(maya)).toEqual({
    startedAt: '2025-01-15T12:00:00.000Z',
    previousEndedAt: '2025-01-15T08:20:00.000Z',
    looks: { 2: '2025-01-15T11:59:59.000Z' },
  });
});
