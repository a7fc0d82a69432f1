import { expect, test } from 'vitest';
import { manualClock } from '@/lib/base/manual-clock';
import { createServerClock } from '@/lib/upstream/server-clock';

test("the tenant's time is carried on by our clock", () => {
  const clock = manualClock('2026-11-21T04:00:00Z');
  const server = createServerClock(clock);
  server.observe(new Date('2025-01-15T10:05:00Z'));
  clock.advance(30_000);
  expect(server.now().toISOString()).toBe('2025-01-15T10:05:30.500Z');
});

test('the whole seconds of the header do not make time jump', () => {
  const clock = manualClock('2026-11-21T04:00:00Z');
  const server = createServerClock(clock);
  server.observe(new Date('2025-01-15T10:05:00Z'));
  clock.advance(900);
  server.observe(new Date('2025-01-15T10:05:01Z'));
  expect(server.now().toISOString()).toBe('2025-01-15T10:05:01.400Z');
});

test('a tenant whose clock was moved is followed', () => {
  const clock = manualClock('2026-11-21T04:00:00Z');
  const server = createServerClock(clock);
  server.observe(new Date('2025-01-15T10:05:00Z'));
  server.observe(new Date('2025-01-15T14:00:00Z'));
  expect(server.now().toISOString()).toBe('2025-01-15T14:00:00.500Z');
});
