import { expect, test } from 'vitest';
import { odataDateTime, odataString, segment } from '@/lib/api/transport/url-parts';

test.each([
  ['12345', '12345'],
  ['a/b', 'a%2Fb'],
  ['..', '%2E%2E'],
  ['x?y#z', 'x%3Fy%23z'],
])('segment %s', (value, encoded) => {
  expect(segment(value)).toBe(encoded);
});

test('a quote cannot end a literal', () => {
  expect(odataString("x' or 1 eq 1")).toBe("'x'' or 1 eq 1'");
});

test('a date literal is a date and nothing more', () => {
  expect(odataDateTime('2025-01-15T10:05:00.1234567Z')).toBe('2025-01-15T10:05:00.1234567Z');
  expect(() => odataDateTime("2025-01-15T10:05:00Z or status eq 'active'")).toThrow(RangeError);
});
