import { describe, expect, it } from 'vitest';
import {
  isOneStepBack,
  lastQueueSearch,
  neighbours,
  queueAddress,
} from '@/components/features/incident-page/queue-address';
import { sampleIncident } from '@/components/features/incident-page/testing/sample-incident';
import { incidentNoun } from '@/components/vocabulary/incident-noun';

const origin = 'http://localhost';
const tab = (index: number, ...paths: string[]) => {
  const entries = paths.map((path, at) => ({ url: `${origin}${path}`, index: at }));
  return { entries: () => entries, currentEntry: entries[index] ?? null };
};

describe('lastQueueSearch', () => {
  it('remembers the filter of the queue that was seen last before this page', () => {
    const search = lastQueueSearch(
      tab(
        3,
        '/incidents?severity=low',
        '/incidents/1',
        '/incidents?q=severity:high&row=2',
        '/incidents/2',
        '/incidents?severity=medium',
      ),
      '?severity=low',
    );
    expect(search.q).toBe('severity:high');
    expect(queueAddress(search, '12345')).toBe('/incidents?q=severity:high&row=12345');
  });

  it.each([
    ['this tab never showed the queue', tab(0, '/incidents/12345')],
    ['the browser has no Navigation API', null],
    ['the filter in the history is malformed', tab(1, '/incidents?severity=catastrophic', '/incidents/12345')],
  ])('starts with the default queue when %s', (_, history) => {
    expect(queueAddress(lastQueueSearch(history, null), '12345')).toBe('/incidents?row=12345');
  });

  it('falls back to what was kept when the browser hides earlier addresses', () => {
    const hidden = { entries: () => [{ url: null, index: 0 }], currentEntry: { url: null, index: 1 } };
    expect(lastQueueSearch(hidden, '?q=severity:high').q).toBe('severity:high');
  });
});

describe('isOneStepBack', () => {
  it.each([
    ['the entry before', tab(1, '/incidents?row=12345', '/incidents/12345'), true],
    ['an older entry', tab(2, '/incidents?row=12345', '/hunting', '/incidents/12345'), false],
    ['another row', tab(1, '/incidents?row=777', '/incidents/12345'), false],
    ['a hidden entry', { entries: () => [{ url: null, index: 0 }], currentEntry: { url: null, index: 1 } }, false],
    ['nothing', null, false],
  ])('%s', (_, history, expected) => {
    expect(isOneStepBack('/incidents?row=12345', history)).toBe(expected);
  });
});

describe('neighbours', () => {
  const now = new Date('2025-01-15T10:05:00.000Z');
  const at = (key: string, updatedAt: string, change = {}) =>
    sampleIncident({ key, updatedAt: `2025-01-15T${updatedAt}:00.000Z`, ...change });
  const incidents = [
    at('oldest', '08:00'),
    at('newest', '10:00'),
    at('middle', '09:00'),
    at('closed', '09:30', { status: 'resolved' }),
  ];
  const search = lastQueueSearch(null, null);
  const noun = incidentNoun({ now, me: null, since: null });
  const context = { noun, asker: { me: null, now, zone: 'utc' as const }, saved: undefined };

  it('are those above and below in the queue as it is filtered and sorted', () => {
    expect(neighbours(incidents, search, 'middle', context)).toEqual({
      previous: 'newest',
      next: 'oldest',
      position: 2,
      count: 3,
    });
  });

  it('follow the view that the queue was opened with', () => {
    const view = { ...search, view: 'everything' };
    expect(neighbours(incidents, view, 'closed', context)).toMatchObject({ previous: 'newest', next: 'middle' });
    const saved = { views: [], defaults: { incidents: 'everything', alerts: null, rules: null } };
    expect(neighbours(incidents, search, 'closed', { ...context, saved })).toMatchObject({ count: 4 });
  });

  it('end where the queue ends', () => {
    expect(neighbours(incidents, search, 'newest', context).previous).toBeNull();
    expect(neighbours(incidents, search, 'oldest', context).next).toBeNull();
  });

  it('do not exist for an incident that the filter hides', () => {
    expect(neighbours(incidents, search, 'closed', context)).toMatchObject({
      previous: null,
      next: null,
      position: null,
    });
  });
});
