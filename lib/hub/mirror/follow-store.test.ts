import { expect, it } from 'vitest';
import { createStoreFollower } from '@/lib/hub/mirror/follow-store';
import type { Change } from '@/lib/store/changes';

const change = (seq: number, topic: string, ids: string[], own = false): Change => ({ seq, topic, ids, own });

/** A log that tests write to; what comes before `kept` is no longer there. */
function followerOn(log: Change[], kept = 0) {
  const taken: string[] = [];
  let seq = 0;
  const follower = createStoreFollower({
    store: {
      checkpoint: async () => {},
      claims: { alone: false, take: async () => true, renew: async () => {}, release: async () => {} },
      changes: {
        head: async () => log.at(-1)?.seq ?? 0,
        after: async (from) => (from < kept ? null : log.filter((entry) => entry.seq > from)),
        note: async () => {},
        trim: async () => {},
        listen: () => () => {},
      },
    },
    feed: {
      seq: () => seq,
      advance: (to) => {
        seq = Math.max(seq, to);
      },
    },
    topics: {
      incident_copy: async (ids) => void taken.push(`copies ${ids.join()}`),
      command_event: async (ids) => void taken.push(`commands ${ids.join()}`),
    },
    reload: async () => void taken.push('everything'),
    publish: () => void taken.push(`told at ${seq}`),
  });
  return { follower, taken, seq: () => seq };
}

it("reads what others changed, once however often it changed, and counts what is this process's own", async () => {
  const { follower, taken } = followerOn([
    change(1, 'incident_copy', ['a', 'b']),
    change(2, 'incident_copy', ['own'], true),
    change(3, 'command_event', ['c']),
    change(4, 'incident_copy', ['b', 'd']),
    change(5, 'a table of tomorrow', ['x']),
  ]);
  await follower.catchUp();
  expect(taken.slice(0, 3)).toEqual(['copies a,b,d', 'commands c', 'told at 5']);
});

it('reads everything anew when the log does not reach back far enough', async () => {
  const { follower, taken, seq } = followerOn([change(900, 'incident_copy', ['late'])], 800);
  await follower.catchUp();
  expect(taken[0]).toBe('everything');
  expect(seq()).toBe(900);
});

it('takes in what was logged while it was reading, for whoever asked meanwhile', async () => {
  const log = [change(1, 'incident_copy', ['a'])];
  const { follower, taken } = followerOn(log);
  const first = follower.catchUp();
  log.push(change(2, 'incident_copy', ['b']));
  await Promise.all([first, follower.catchUp(), follower.catchUp()]);
  expect(taken.filter((word) => word.startsWith('copies')).join()).toMatch(/a.*b/u);
});
