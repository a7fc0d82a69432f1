import { describe, expect, it } from 'vitest';
import {
  isOneStepBack,
  lastQueueSearch,
  neighbours,
  queueAddress,
} from '@/components/features/incident-page/queue-address';
import { sampleIncident } from '@/components/features/incident-page/testing/sample-incident';

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
        '/incidents?severity=high&row=2',
        '/incidents/2',
        '/incidents?severity=medium',
      ),
      '?severity=low',
    );
    expect(search.severity).toEqual(['high']);
    expect(queueAddress(search, '12345')).toBe('/incidents?severity=high&row=12345');
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
    expect(lastQueueSearch(hidden, '?severity=high').severity).toEqual(['high']);
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

  it('are those above and below in the queue as it is filtered and sorted', () => {
    expect(neighbours(incidents, search, 'middle', now, null)).toEqual({
      previous: 'newest',
      next: 'oldest',
      position: 2,
      count: 3,
    });
  });

  it('end where the queue ends', () => {
    expect(neighbours(incidents, search, 'newest', now, null).previous).toBeNull();
    expect(neighbours(incidents, search, 'oldest', now, null).next).toBeNull();
  });

  it('do not exist for an incident that the filter hides', () => {
    expect(neighbours(incidents, search, 'closed', now, null)).toMatchObject({
      previous: null,
      next: null,
      position: null,
    });
  });
});
