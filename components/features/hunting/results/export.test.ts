import { describe, expect, it } from 'vitest';
import { timeText } from './cell-text';
import { csvField, toCsv, toJson, toTabbed } from './export';

describe('csvField', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '=HYPERLINK("http://x","y")'])(
    'a formula stays text: %j',
    (text) => {
      expect(csvField(text)).toMatch(/^"?'/u);
    },
  );
  it.each([
    [-5, '-5'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    [null, ''],
    [{ a: '=1' }, '"{""a"":""=1""}"'],
    ['plain', 'plain'],
  ])('%j', (value, field) => {
    expect(csvField(value)).toBe(field);
  });
});

const table = {
  columns: [
    { name: 'Time', type: 'datetime' as const },
    { name: '=cmd', type: 'string' as const },
  ],
  rows: [
    ['2025-01-15T08:30:00.1234567Z', 'a\tb\nc'],
    ['2025-01-15T08:31:00Z', null],
  ],
};

it('exports exact values; column names are an attacker’s too', () => {
  expect(toCsv(table)).toBe('\ufeffTime,\'=cmd\r\n2025-01-15T08:30:00.1234567Z,"a\tb\nc"\r\n2025-01-15T08:31:00Z,\r\n');
  expect(JSON.parse(toJson(table))[1]).toEqual({ Time: '2025-01-15T08:31:00Z', '=cmd': null });
  expect(toTabbed(table, true).split('\n')).toEqual([
    'Time\t=cmd',
    '2025-01-15T08:30:00.1234567Z\ta b c',
    '2025-01-15T08:31:00Z\t',
  ]);
});

it('shows times to the millisecond and leaves what is no time alone', () => {
  expect(timeText('2025-01-15T08:30:00.1234567Z', 'utc')).toBe('2025-01-15 08:30:00.123');
  expect(timeText('soon', 'utc')).toBe('soon');
});
