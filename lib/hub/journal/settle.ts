/** Closes commands whose effect is seen everywhere. Runs after each reading, one at a time. */
import { mergeShown, settlement } from '@/lib/hub/journal/confirm';
import { type Journal, type JournalStep, touchedBy } from '@/lib/hub/journal/journal';
import type { Mirror } from '@/lib/hub/mirror/mirror';

/** `show` tells the browsers of incidents whose marks have changed. */
export type SettleOptions = {
  journal: Journal;
  mirror: Mirror;
  now: () => Date;
  show: (keys: readonly string[]) => void;
};

/** The function rejects when the store does; calling it again goes on where it stopped. */
export function createSettle({ journal, mirror, now, show }: SettleOptions): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();

  async function settleAll(): Promise<void> {
    const steps: JournalStep[] = [];
    for (const command of journal.accepted()) {
      const faces = mirror.faces(command.incidentKey);
      if (faces === null) continue;
      const siblings = journal.changesOf(command.incidentKey);
      const later = siblings.slice(siblings.findIndex((sibling) => sibling.id === command.id) + 1);
      const done = settlement(faces, command, later);
      if (done === null) continue;
      const failure = done.note === null ? null : { message: done.note, retryable: false };
      steps.push({
        command: { ...command, state: 'confirmed', settledAt: now().toISOString(), failure },
        ...(done.note === null ? {} : { note: done.note }),
      });
    }
    for (const command of journal.acceptedMerges()) {
      if (!mergeShown(command.act.sources.map((key) => mirror.faces(key)))) continue;
      steps.push({ command: { ...command, state: 'confirmed', settledAt: now().toISOString(), failure: null } });
    }
    if (steps.length === 0) return;
    await journal.update(steps);
    show(steps.flatMap(({ command }) => touchedBy(command)));
  }

  return () => {
    // A failed round (the store is away) must not stop the next one.
    running = running.then(settleAll, settleAll);
    return running;
  };
}
