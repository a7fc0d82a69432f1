/**
 * Takes commands to the systems: one at a time per incident and in the order in which they were asked for, a few
 * incidents beside each other. It can be killed at any moment: what it did is in the journal before it does it.
 */
import type { Clock } from '@/lib/base/clock';
import type { Command } from '@/lib/domain/incident/command';
import { utcOrNull } from '@/lib/domain/text/utc';
import type { Delivered } from '@/lib/hub/journal/deliver';
import type { Journal } from '@/lib/hub/journal/journal';
import { createTurns } from '@/lib/hub/journal/turns';
import { verdictOn } from '@/lib/hub/journal/verdict-on-failure';
import type { Store } from '@/lib/store/store';

export type Sender = {
  /** Starts sending what waits for this incident, unless that is going on already. */
  pump(key: string): void;
  /** Resolves when nothing is on the wire and nothing is waiting for its turn; back-off pauses don't count. */
  idle(): Promise<void>;
  /** Tells the other processes that this one is still at it; to be called well within `claimMs`. */
  keepClaims(): Promise<void>;
};

/** What sending touches; `random` (0 to 1) spreads the pauses. */
export type SenderOptions = {
  clock: Clock;
  random: () => number;
  now: () => Date;
  journal: Journal;
  /** Makes the attempt; `again` when an earlier one may have arrived. */
  attempt: (command: Command, again: boolean) => Promise<Delivered>;
  /** The command's state changed; `delivered` is what the owner shows. Must not reject. */
  moved: (command: Command, delivered: Delivered | null) => Promise<void>;
  /** Takes in what other processes did to the journal. */
  learn: () => Promise<void>;
  claims: Store['claims'];
  signal: AbortSignal;
};

/** How long other processes wait for one that says nothing any more. */
export const claimMs = 30_000;

/** A comment or an alert is where it belongs; Microsoft copies it to the other system in its own time. */
const doneOnceAccepted: ReadonlySet<Command['act']['kind']> = new Set([
  'comment',
  'task',
  'moveAlerts',
  'alertChange',
  'alertComment',
]);

/** Microsoft's clock and ours differ by seconds, so only its own times are compared with each other. */
function versionOf(delivered: Delivered, { owner, incidentKey }: Command): string | null {
  if (owner === 'sentinel') return utcOrNull(delivered.sentinel?.[0]?.properties.lastModifiedTimeUtc);
  const incident = delivered.defender?.find(({ id }) => id === incidentKey) ?? delivered.defender?.[0];
  return utcOrNull(incident?.lastUpdateDateTime);
}

const lanes = 4;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/** One per process: what it knows of who is at work is in its memory, what others do is in `claims`. */
export function createSender(options: SenderOptions): Sender {
  const { clock, random, now, journal, attempt, moved, learn, claims, signal } = options;
  const active = new Set<string>();
  const turns = createTurns(lanes);
  /** Incidents that are being worked on, pauses left out. */
  let busy = 0;
  let idlers: (() => void)[] = [];

  function rest(): void {
    busy -= 1;
    if (busy > 0) return;
    for (const idler of idlers) idler();
    idlers = [];
  }

  async function record(command: Command, delivered: Delivered | null, note?: string): Promise<void> {
    await journal.update([{ command, ...(note === undefined ? {} : { note }) }]);
    await moved(command, delivered);
  }

  /** How long to wait before the next attempt; null when the command needs no more of them. */
  async function settleFailure(command: Command, error: unknown): Promise<number | null> {
    const verdict = verdictOn(error);
    if (verdict.kind === 'refused') {
      const failure = { message: verdict.reason, retryable: verdict.retryable };
      await record({ ...command, state: 'refused', settledAt: now().toISOString(), failure }, null, verdict.reason);
      return null;
    }
    // The attempt may have arrived all the same, so the next one looks before it writes.
    await record({ ...command, failure: { message: verdict.reason, retryable: true } }, null, verdict.reason);
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(command.attempts - 1, 10));
    return verdict.waitMs ?? Math.round(pauseMs * (0.75 + 0.5 * random()));
  }

  async function send(command: Command): Promise<number | null> {
    await turns.begin(command.batchId === null ? 'single' : 'bulk');
    try {
      const at = now().toISOString();
      const again = command.attempts > 0;
      const sending: Command = {
        ...command,
        state: 'sending',
        attempts: command.attempts + 1,
        sentAt: command.sentAt ?? at,
      };
      await record(sending, null);
      try {
        const delivered = await attempt(sending, again);
        const acceptedAt = now().toISOString();
        const accepted: Command = {
          ...sending,
          act: delivered.act ?? sending.act,
          state: 'accepted',
          acceptedAt,
          ownerVersion: versionOf(delivered, sending),
          failure: null,
        };
        const done = doneOnceAccepted.has(sending.act.kind)
          ? { ...accepted, state: 'confirmed' as const, settledAt: acceptedAt }
          : accepted;
        await record(done, delivered);
        return null;
      } catch (error) {
        return await settleFailure(sending, error);
      }
    } finally {
      turns.end();
    }
  }

  async function pause(waitMs: number): Promise<void> {
    rest();
    await clock.sleep(waitMs, signal).finally(() => {
      busy += 1;
    });
  }

  /** False when somebody else is at it. */
  async function work(key: string): Promise<boolean> {
    // Another process sends it, or did and died: whoever pumps later finds out.
    if (!(await claims.take(key, claimMs))) return false;
    // What that process did is not known here yet.
    if (!claims.alone) await learn();
    for (let next = journal.unsent(key)[0]; next !== undefined && !signal.aborted; next = journal.unsent(key)[0]) {
      const waitMs = await send(next);
      if (waitMs !== null) await pause(waitMs);
    }
    await claims.release(key);
    return true;
  }

  function pump(key: string): void {
    if (active.has(key) || signal.aborted) return;
    active.add(key);
    busy += 1;
    void work(key)
      .catch((error: unknown) => {
        // Either the hub is closing, or the store failed: then nothing may be sent, because it could not be recorded.
        if (!signal.aborted) console.error(`onequeue: sending stopped for incident ${key}`, error);
        return false;
      })
      .then((well) => {
        active.delete(key);
        rest();
        // Asked for between the last look and now.
        if (well && journal.unsent(key).length > 0) pump(key);
      });
  }

  return {
    pump,
    async idle() {
      if (busy > 0) await new Promise<void>((resolve) => idlers.push(resolve));
    },
    async keepClaims() {
      if (active.size > 0) await claims.renew(claimMs);
    },
  };
}
