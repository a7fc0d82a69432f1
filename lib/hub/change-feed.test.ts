import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '@/lib/domain/incident/feed-event';
import { type ChangeFeed, createChangeFeed } from '@/lib/hub/change-feed';

const news = { kind: 'incidents' as const, upserts: [], removed: [] };
const start = 1_000;

function feedAt(now = () => new Date('2025-01-15T10:05:00Z'), catchUp = async () => {}): ChangeFeed {
  return createChangeFeed({ now, start, catchUp });
}

/** One change in the store, told. */
function happen(feed: ChangeFeed, seq: number): void {
  feed.advance(seq);
  feed.publish(news);
}

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
    const feed = feedAt();
    const taken = take(feed, null, 2);
    await Promise.resolve();
    happen(feed, start + 1);
    const [clock, event] = await taken;
    expect(clock).toMatchObject({ kind: 'clock', now: '2025-01-15T10:05:00.000Z' });
    expect(event).toMatchObject({ kind: 'incidents', seq: start + 1 });
  });

  it('tells a clock that jumped before anything that carries its times', async () => {
    let skewMs = 0;
    const feed = feedAt(() => new Date(Date.now() + skewMs));
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

  it('fills the gap of a browser that was cut off, beginning with the number that it saw last', async () => {
    const feed = feedAt();
    for (const seq of [start + 1, start + 2, start + 2, start + 5]) happen(feed, seq);
    const events = await take(feed, start + 2, 4);
    expect(events.map(({ kind, seq }) => [kind, seq - start])).toEqual([
      ['clock', 5],
      ['incidents', 2],
      ['incidents', 2],
      ['incidents', 5],
    ]);
  });

  it('first takes in what another process told a browser already', async () => {
    const feed: ChangeFeed = feedAt(undefined, async () => happen(feed, start + 7));
    const events = await take(feed, start + 7, 2);
    expect(events[1]).toMatchObject({ kind: 'incidents', seq: start + 7 });
  });

  it.each([
    ['one that was away for longer than is remembered', start + 1],
    ["one from before the server's restart", start - 1],
    ['one that saw another store', start + 5_000],
  ])('tells %s to read the list again', async (_, afterSeq) => {
    const feed = feedAt();
    for (let count = 1; count <= 1_002; count += 1) happen(feed, start + count);
    const events = await take(feed, afterSeq, 2);
    expect(events[1]).toEqual({ kind: 'reset', seq: feed.seq() });
  });

  it('ends when the browser leaves', async () => {
    const feed = feedAt();
    const ending = new AbortController();
    const stream = feed.follow(null, ending.signal);
    await stream.next();
    const next = stream.next();
    ending.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
