/**
 * Takes commands to the systems: one at a time per incident and in the order in which they were asked for, a few
 * incidents beside each other. It can be killed at any moment: what it did is in the journal before it does it.
 */
import type { Clock } from '@/lib/base/clock';
import type { Command } from '@/lib/domain/incident/command';
import type { Delivered } from '@/lib/hub/deliver';
import type { Journal } from '@/lib/hub/journal';
import { verdictOn } from '@/lib/hub/verdict-on-failure';

export type Sender = {
  /** Starts sending what waits for this incident, unless that is going on already. */
  pump(key: string): void;
  /** Resolves when nothing is on the wire and nothing is waiting for its turn; back-off pauses don't count. */
  idle(): Promise<void>;
};

export type SenderOptions = {
  clock: Clock;
  random: () => number;
  now: () => Date;
  journal: Journal;
  /** Makes the attempt; `again` when an earlier one may have arrived. */
  attempt: (command: Command, again: boolean) => Promise<Delivered>;
  /** The command's state changed; `delivered` is what the owner shows. Must not reject. */
  moved: (command: Command, delivered: Delivered | null) => Promise<void>;
  signal: AbortSignal;
};

const lanes = 4;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

export function createSender(options: SenderOptions): Sender {
  const { clock, random, now, journal, attempt, moved, signal } = options;
  const active = new Set<string>();
  const turns: (() => void)[] = [];
  let onWire = 0;
  let idlers: (() => void)[] = [];

  async function turn(): Promise<void> {
    if (onWire < lanes) {
      onWire += 1;
      return;
    }
    await new Promise<void>((resolve) => turns.push(resolve));
  }

  function endTurn(): void {
    const next = turns.shift();
    if (next !== undefined) {
      next();
      return;
    }
    onWire -= 1;
    if (onWire > 0) return;
    for (const idler of idlers) idler();
    idlers = [];
  }

  async function record(command: Command, delivered: Delivered | null, note?: string): Promise<void> {
    await journal.update(command, note);
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
    await turn();
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
        const accepted: Command = { ...sending, state: 'accepted', acceptedAt, failure: null };
        // A comment is where it belongs; Microsoft copies it to the other system in its own time.
        const done =
          sending.act.kind === 'comment'
            ? { ...accepted, state: 'confirmed' as const, settledAt: acceptedAt }
            : accepted;
        await record(done, delivered);
        return null;
      } catch (error) {
        return await settleFailure(sending, error);
      }
    } finally {
      endTurn();
    }
  }

  async function work(key: string): Promise<void> {
    for (let next = journal.unsent(key)[0]; next !== undefined && !signal.aborted; next = journal.unsent(key)[0]) {
      const waitMs = await send(next);
      if (waitMs !== null) await clock.sleep(waitMs, signal);
    }
  }

  return {
    pump(key) {
      if (active.has(key) || signal.aborted) return;
      active.add(key);
      work(key)
        .catch((error: unknown) => {
          // Either the hub is closing, or the store failed: then nothing may be sent, because it could not be recorded.
          if (!signal.aborted) console.error(`onequeue: sending stopped for incident ${key}`, error);
        })
        .finally(() => active.delete(key));
    },
    async idle() {
      // Let a pump that was just started reach its turn.
      await new Promise((resolve) => setImmediate(resolve));
      if (onWire > 0) await new Promise<void>((resolve) => idlers.push(resolve));
    },
  };
}
