import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '@/lib/domain/incident/feed-event';
import { type ChangeFeed, createChangeFeed } from '@/lib/hub/change-feed';

const now = () => new Date('2025-01-15T10:05:00Z');
const news = { kind: 'incidents' as const, upserts: [], removed: [] };

async function take(feed: ChangeFeed, afterSeq: number | null, count: number): Promise<FeedEvent[]> {
  const ending = new AbortController();
  const events: FeedEvent[] = [];
  for await (const event of feed.follow(afterSeq, ending.signal)) {
    events.push(event);
    if (events.length === count) ending.abort();
  }
  return events;
}

describe('change feed', () => {
  it('tells the time first, then what comes', async () => {
    const feed = createChangeFeed(now);
    const taken = take(feed, null, 2);
    await Promise.resolve();
    feed.publish(news);
    const [clock, event] = await taken;
    expect(clock).toMatchObject({ kind: 'clock', now: '2025-01-15T10:05:00.000Z' });
    expect(event).toMatchObject({ kind: 'incidents', seq: (clock?.seq ?? 0) + 1 });
  });

  it('tells a clock that jumped before anything that carries its times', async () => {
    let skewMs = 0;
    const feed = createChangeFeed(() => new Date(Date.now() + skewMs));
    const taken = take(feed, null, 4);
    await Promise.resolve();
    feed.publish(news);
    skewMs = -700 * 86_400_000;
    feed.publish(news);
    const events = await taken;
    expect(events.map(({ kind }) => kind)).toEqual(['clock', 'incidents', 'clock', 'incidents']);
    const last = events[2]?.kind === 'clock' ? Date.parse(events[2].now) : Number.NaN;
    expect(Date.now() - last).toBeGreaterThan(699 * 86_400_000);
  });

  it('fills the gap of a browser that was cut off', async () => {
    const feed = createChangeFeed(now);
    const start = feed.seq();
    for (let count = 0; count < 3; count += 1) feed.publish(news);
    const events = await take(feed, start + 1, 3);
    expect(events.map(({ kind, seq }) => [kind, seq - start])).toEqual([
      ['clock', 3],
      ['incidents', 2],
      ['incidents', 3],
    ]);
  });

  it.each([
    ['one that was away for longer than is remembered', -1],
    ["one from before the server's restart", -1_000_000],
    ['one that claims to know the future', 5_000],
  ])('tells %s to read the list again', async (_, offset) => {
    const feed = createChangeFeed(now);
    const start = feed.seq();
    for (let count = 0; count < 1_001; count += 1) feed.publish(news);
    const events = await take(feed, start + offset, 2);
    expect(events[1]).toEqual({ kind: 'reset', seq: feed.seq() });
  });

  it('ends when the browser leaves', async () => {
    const feed = createChangeFeed(now);
    const ending = new AbortController();
    const stream = feed.follow(null, ending.signal);
    await stream.next();
    const next = stream.next();
    ending.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
