import { describe, expect, it } from 'vitest';
import { between, parseTimespan, rangeLabel, toTimespan } from './time-range';

describe('parseTimespan', () => {
  it.each([
    [null, 'Set in query'],
    ['PT1H', 'Last hour'],
    ['P30D', 'Last 30 days'],
    ['P90D', 'Last 90D'],
    ['P1DT12H', 'Last 1D 12H'],
    ['2025-01-15T08:30:00Z/2025-01-15T10:00:00Z', '2025-01-15 08:30Z – 2025-01-15 10:00Z'],
  ])('%s is “%s”', (text, label) => {
    const range = parseTimespan(text);
    expect(range && rangeLabel(range)).toBe(label);
  });

  it.each([
    'P',
    'PT',
    'yesterday',
    '7d',
    'P1Y',
    '2025-01-15',
    '2025-01-16/2025-01-15',
    'a/b',
    '2025-01-15/2025-01-16/x',
  ])('refuses %s', (text) => {
    expect(parseTimespan(text)).toBeNull();
  });

  it.each([null, 'PT1H', 'P7D'])('%s survives the way back', (text) => {
    const range = parseTimespan(text);
    expect(range && toTimespan(range)).toBe(text);
  });
});

describe('between', () => {
  it('writes UTC whatever offset was given', () => {
    const found = between('2025-01-15T09:30:00+01:00', '2025-01-15T10:00Z');
    expect('range' in found && toTimespan(found.range)).toBe('2025-01-15T08:30:00.000Z/2025-01-15T10:00:00.000Z');
  });

  it('asks for a zone: a time without one means another time to everybody', () => {
    expect(between('2025-01-15T09:30', '2025-01-16')).toEqual({ problem: expect.stringContaining('2025-01-15T09:30') });
  });
});
