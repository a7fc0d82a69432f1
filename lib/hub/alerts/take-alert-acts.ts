/**
 * Takes acts upon alerts: judged against the queue as it is, stored together, shown at once, and only then sent. One
 * batch at a time, so that nobody else's act slips in between judging and storing.
 */
import type { AlertOutcome } from '@/lib/domain/alert/act';
import { alertKey, alertOfKey } from '@/lib/domain/alert/alert-command';
import type { AlertField, AlertRow } from '@/lib/domain/alert/alert-row';
import { alertCan } from '@/lib/domain/alert/capabilities';
import type { Command } from '@/lib/domain/incident/command';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import type { Journal } from '@/lib/hub/journal/journal';
import type { Sender } from '@/lib/hub/journal/sender';

export type TakeAlertActsOptions = {
  journal: Journal;
  alertMirror: AlertMirror;
  sender: Pick<Sender, 'pump'>;
  /** Tells the browsers what changed. */
  publish: () => void;
  /** Takes in what other processes did to the journal. */
  learn: () => Promise<void>;
};

/** Looks at the queue and decides: a command to store, or why not. It may be asked more than once. */
export type AlertDraft = () => Command | AlertOutcome;

export type TakeAlertActs = {
  take(drafts: readonly AlertDraft[]): Promise<AlertOutcome[]>;
  /** The alert as a stored command left it. */
  stored(command: Command): AlertOutcome;
  /** The alert if it can be changed; otherwise why not. */
  changeable(commandId: string, id: string): AlertRow | AlertOutcome;
  /** Whose change of a field stands there now, as far as this console knows. */
  whose(alert: AlertRow, field: AlertField): { by: string | null; at: string | null };
  /** Shows and sends what waits for these keys of the journal. */
  pump(keys: Iterable<string>): void;
};

const isCommand = (judged: Command | AlertOutcome): judged is Command => 'act' in judged;

export function createTakeAlertActs(options: TakeAlertActsOptions): TakeAlertActs {
  const { journal, alertMirror, sender, publish, learn } = options;
  let last: Promise<unknown> = Promise.resolve();

  function stored(command: Command): AlertOutcome {
    const id = alertOfKey(command.incidentKey) ?? command.incidentKey;
    const alert = alertMirror.get(id);
    if (alert !== undefined) return { outcome: 'stored', commandId: command.id, alert };
    return { outcome: 'refused', commandId: command.id, id, reason: `Alert ${id} is no longer listed.` };
  }

  async function judgeAndStore(drafts: readonly AlertDraft[]): Promise<(Command | AlertOutcome)[]> {
    for (;;) {
      const judged = drafts.map((draft) => draft());
      if (await journal.add(judged.filter(isCommand))) return judged;
      await learn();
    }
  }

  function pump(keys: Iterable<string>): void {
    const each = [...keys];
    for (const key of each) alertMirror.touch(alertOfKey(key) ?? key);
    publish();
    for (const key of each) sender.pump(key);
  }

  function take(drafts: readonly AlertDraft[]): Promise<AlertOutcome[]> {
    const work = async () => {
      const judged = await judgeAndStore(drafts);
      pump(new Set(judged.filter(isCommand).map((command) => command.incidentKey)));
      return judged.map((each) => (isCommand(each) ? stored(each) : each));
    };
    const mine = last.then(work, work);
    last = mine.catch(() => {
      // Its own caller hears of it.
    });
    return mine;
  }

  return {
    take,
    stored,
    pump,
    changeable(commandId, id) {
      const refused = (reason: string): AlertOutcome => ({ outcome: 'refused', commandId, id, reason });
      const alert = alertMirror.get(id);
      if (alert === undefined) return refused(`There is no alert ${id} in Defender or Sentinel.`);
      const can = alertCan.change(alert);
      return can.allowed ? alert : refused(can.reason);
    },
    whose(alert, field) {
      const ours = journal
        .alertChangesOf(alertKey(alert.id))
        .findLast(({ act, state }) => state !== 'refused' && act.changes[field] !== undefined);
      if (ours === undefined) return { by: null, at: alert.updatedAt };
      return { by: ours.by.displayName ?? ours.by.name, at: ours.createdAt };
    },
  };
}
