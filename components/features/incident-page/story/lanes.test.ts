import { describe, expect, it } from 'vitest';
import { lanes, ticks } from '@/components/features/incident-page/story/lanes';
import { sampleAlert } from '@/components/features/incident-page/testing/sample-incident';

const window = { start: '2025-01-15T08:30:00.000Z', end: '2025-01-15T10:00:00.000Z' };

describe('lanes', () => {
  it('has a lane per product in the order of first sight, at true positions', () => {
    const found = lanes(
      [
        sampleAlert('b', '09:15', { product: 'entraIdProtection' }),
        sampleAlert('a', '08:30', { lastActivityAt: '2025-01-15T10:00:00.000Z' }),
      ],
      window,
    );
    expect(found.map((lane) => lane.product)).toEqual(['sentinel', 'entraIdProtection']);
    expect(found[0]?.marks[0]).toMatchObject({ from: 0, to: 1 });
    expect(found[1]?.marks[0]).toMatchObject({ from: 0.5, to: 0.5 });
  });

  it('draws alerts that start together as one mark that says how many and the worst of them', () => {
    const same = ['1', '2', '3'].map((id) => sampleAlert(id, '09:00', { severity: id === '2' ? 'high' : 'low' }));
    const [lane] = lanes(same, window);
    expect(lane?.count).toBe(3);
    expect(lane?.marks).toHaveLength(1);
    expect(lane?.marks[0]).toMatchObject({ severity: 'high' });
    expect(lane?.marks[0]?.alerts).toHaveLength(3);
  });
});

describe('ticks', () => {
  it.each([
    ['90 minutes', window, ['08:30', '08:45', '09:00', '09:15', '09:30', '09:45', '10:00']],
    [
      'an odd start',
      { start: '2025-01-15T08:31:20.000Z', end: '2025-01-15T08:34:00.000Z' },
      ['08:32', '08:33', '08:34'],
    ],
    ['an instant', { start: window.start, end: window.start }, ['08:30']],
  ])('marks round times: %s', (_, span, expected) => {
    expect(ticks(span).map((tick) => tick.at.slice(11, 16))).toEqual(expected);
  });

  it('never asks for more than it was allowed', () => {
    for (const days of [0.01, 1, 3, 30, 400]) {
      const end = new Date(Date.parse(window.start) + days * 86_400_000).toISOString();
      expect(ticks({ start: window.start, end }).length).toBeLessThanOrEqual(7);
    }
  });
});
