/**
 * Takes acts: judged against the queue as it is, stored together, shown at once, and only then sent. One batch of acts
 * at a time, so that nobody else's act slips in between judging and storing.
 */
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { Command } from '@/lib/domain/incident/command';
import { type Journal, touchedBy } from '@/lib/hub/journal/journal';
import type { Sender } from '@/lib/hub/journal/sender';
import type { Mirror } from '@/lib/hub/mirror/mirror';

/** What taking an act touches. */
export type ActsOptions = {
  journal: Journal;
  mirror: Mirror;
  sender: Sender;
  /** Shows incidents as they are now to every browser. */
  show: (keys: readonly string[]) => void;
  /** Takes in what other processes did to the journal. */
  learn: () => Promise<void>;
};

/** Looks at the queue and decides: a command to store, or why not. It may be asked more than once. */
export type Draft = () => Command | ActOutcome;

/** Looks at the queue and decides about one act; `refused` puts why not into its outcome. */
export type Judge = (refused: (reason: string) => ActOutcome) => Command | ActOutcome;

export type Acts = {
  take(drafts: readonly Draft[]): Promise<ActOutcome[]>;
  takeOne(draft: Draft): Promise<ActOutcome>;
  /** An act under an id of the asker's making: one that was taken before is not judged again. `key` is the incident's. */
  draft(asked: { commandId: string; key: string }, judge: Judge): Draft;
  stored(command: Command): ActOutcome;
};

const isCommand = (judged: Command | ActOutcome): judged is Command => 'act' in judged;

/** One per process, so that there is one queue of batches. */
export function createActs({ journal, mirror, sender, show, learn }: ActsOptions): Acts {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = last.then(work, work);
    last = mine.catch(() => {
      // Its own caller hears of it.
    });
    return mine;
  }

  function stored(command: Command): ActOutcome {
    const incident = mirror.get(command.incidentKey);
    if (incident !== undefined) return { outcome: 'stored', commandId: command.id, incident };
    const reason = `Incident ${command.incidentKey} is no longer listed.`;
    return { outcome: 'refused', commandId: command.id, key: command.incidentKey, reason };
  }

  async function judgeAndStore(drafts: readonly Draft[]): Promise<(Command | ActOutcome)[]> {
    for (;;) {
      const judged = drafts.map((draft) => draft());
      if (await journal.add(judged.filter(isCommand))) return judged;
      await learn();
    }
  }

  const take = (drafts: readonly Draft[]): Promise<ActOutcome[]> =>
    inTurn(async () => {
      const judged = await judgeAndStore(drafts);
      const commands = judged.filter(isCommand);
      const keys = [...new Set(commands.map((command) => command.incidentKey))];
      show([...new Set(commands.flatMap(touchedBy))]);
      for (const key of keys) sender.pump(key);
      return judged.map((each) => (isCommand(each) ? stored(each) : each));
    });

  return {
    stored,
    take,
    async takeOne(draft) {
      const [outcome] = await take([draft]);
      if (outcome === undefined) throw new Error('one act has one outcome');
      return outcome;
    },
    draft:
      ({ commandId, key }, judge) =>
      () => {
        const known = journal.get(commandId);
        if (known !== undefined) return stored(known);
        return judge((reason) => ({ outcome: 'refused', commandId, key, reason }));
      },
  };
}
