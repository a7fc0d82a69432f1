import { describe, expect, it } from 'vitest';
import { timespanOf } from '@/mocks/handlers/manners/timespan';

const now = new Date('2025-01-15T10:05:00Z');
const read = (text: string) => {
  const span = timespanOf(text, now, 'BadRequest');
  return span && [span.start.toISOString().slice(0, 16), span.end.toISOString().slice(0, 16)];
};

describe('timespan', () => {
  it.each([
    ['P30D', ['2024-12-16T10:05', '2025-01-15T10:05']],
    ['PT1H30M', ['2025-01-15T08:35', '2025-01-15T10:05']],
    ['2025-01-15T08:30:00Z/2025-01-15T10:00:00Z', ['2025-01-15T08:30', '2025-01-15T10:00']],
    ['P1D/2025-01-15T10:00:00Z', ['2025-01-14T10:00', '2025-01-15T10:00']],
    ['2025-01-15T08:30:00Z/PT1H', ['2025-01-15T08:30', '2025-01-15T09:30']],
    ['2025-01-15T08:30:00Z', ['2025-01-15T08:30', '2025-01-15T10:05']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['P', '30D', 'P1D/PT1H', 'yesterday', '2025-01-15/2025-01-16/2025-01-17', 'P1M'])('refuses %s', (text) => {
    expect(() => read(text)).toThrow(/Invalid timespan/);
  });
});
