import { expect, test, vi } from 'vitest';
import { paletteActs } from '@/components/shell/palette-acts';

const run = vi.fn();
const groups = [
  { title: 'Everywhere', shortcuts: [{ keys: 'g i', does: 'Go to incidents', run }] },
  {
    title: 'Triage',
    about: () => '#12345',
    shortcuts: [
      { keys: 'j', does: 'Next row', run, inPalette: false },
      { keys: 'e', does: 'Resolve', run },
      { keys: '', does: 'Severity: High', run },
    ],
  },
];
const names = (text: string, recent: string[] = []) =>
  paletteActs(groups, text, recent).map(({ title, acts }) => [title, ...acts.map(({ does }) => does)]);

test('the page speaks first, whoever came first, and moving about is not an act', () => {
  expect(paletteActs([...groups].reverse(), '', []).map(({ title }) => title)).toEqual(['Triage', 'Everywhere']);
  expect(names('')).toEqual([
    ['Triage', 'Resolve', 'Severity: High'],
    ['Everywhere', 'Go to incidents'],
  ]);
  expect(paletteActs(groups, '', [])[0]?.about).toBe('#12345');
});

test('every word of the text must occur, in the act or in the name of its group', () => {
  expect(names('high sev')).toEqual([['Triage', 'Severity: High']]);
  expect(names('nothing')).toEqual([]);
});

test('what was chosen lately comes first, if it can be done here', () => {
  expect(names('', ['Go to incidents', 'Split the atom'])[0]).toEqual(['Recent', 'Go to incidents']);
});
