import { expect, test } from 'vitest';
import { unkeptNews } from '@/components/shell/unkept-words';
import type { Unkept } from '@/lib/queries/outbox/send-outbox';

const bare: Unkept = { noun: 'incident', id: '7', fields: ['status', 'verdict'], reason: '', overtaken: [] };
const fields = [{ field: 'status', yours: 'resolved', theirs: 'inProgress', by: 'Sam Okoye', at: null }] as const;

test.each<[string, Partial<Unkept>, string]>([
  ['somebody was quicker', { overtaken: fields }, 'status is In progress by Sam Okoye since'],
  ['nobody knows who', { overtaken: [{ ...fields[0], by: null }] }, 'status is In progress since'],
  ['a refusal', { reason: 'It was merged.' }, 'It was merged.'],
  ['a name that hides', { reason: 'a\u202Eb' }, 'a⟨RLO⟩b'],
])('%s', (_, more, why) => {
  expect(unkeptNews({ ...bare, ...more })).toEqual({
    key: '7',
    text: `status and verdict not changed after the connection came back: ${why}`,
  });
});

test('a comment, and something that was to be taken back of an alert', () => {
  expect(unkeptNews({ ...bare, fields: ['comment'], reason: 'No.' }).text).toMatch(/^comment not stored/u);
  const undo = unkeptNews({ ...bare, noun: 'alert', fields: [], reason: 'No.' });
  expect(undo).toMatchObject({ alert: true, text: expect.stringMatching(/^not taken back/u) });
});
