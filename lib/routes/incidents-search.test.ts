import { describe, expect, test } from 'vitest';
import { incidentsAddress, incidentsStart } from '@/lib/routes/incidents-search';
import { questionOf } from '@/lib/routes/queue-search';

const { load, print, misread } = incidentsAddress;

test.each([
  '?q=severity:high+risky+sign-in',
  '?q=tag:%22a,b%22',
  '?q=',
  '?sort=-severity',
  '?sort=title',
  '?group=severity,status',
  '?group=none',
  '?view=mine&row=12345',
])('%s survives reading and printing', (text) => {
  expect(misread(new URLSearchParams(text))).toEqual([]);
  expect(load(print(load(text)))).toEqual(load(text));
});

describe('what makes no sense is named and left out', () => {
  test.each([
    ['sort=-colour', 'sort'],
    ['group=severity,severity', 'group'],
    ['group=severity,status,tag', 'group'],
    ['group=colour', 'group'],
    ['severity=high', 'severity'],
  ])('%s', (text, name) => {
    expect(misread(new URLSearchParams(text))).toEqual([name]);
    expect(load(text)).toEqual(load(''));
  });
  test('what the framework adds is not the analyst’s', () => {
    expect(misread(new URLSearchParams('_rsc=abc'))).toEqual([]);
  });
});

test('an address says more than its view, and a view more than the start', () => {
  const view = load('?q=assignee:me&sort=severity&group=status');
  expect(questionOf(load('?sort=-alerts'), view, incidentsStart)).toEqual({
    text: 'assignee:me',
    sort: { by: 'alerts', direction: 'descending' },
    group: ['status'],
  });
  expect(questionOf(load('?q=&group=none'), view, incidentsStart)).toMatchObject({ text: '', group: [] });
  expect(questionOf(load(''), null, incidentsStart)).toEqual(incidentsStart);
});
