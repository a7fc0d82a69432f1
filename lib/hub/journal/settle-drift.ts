/** An analyst has chosen between two systems that disagree: the chosen value is written to both, and kept on record. */
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { Assignee } from '@/lib/domain/incident/incident';
import { currentValues } from '@/lib/domain/incident/paint';
import { settleDrift } from '@/lib/domain/incident/settle-drift';
import { systemWords } from '@/lib/domain/source/source';
import type { SettleDriftRequest } from '@/lib/hub/hub';
import { noIncident } from '@/lib/hub/hub-error';
import type { Acts } from '@/lib/hub/journal/acts';
import { newCommand } from '@/lib/hub/journal/new-command';
import type { Mirror } from '@/lib/hub/mirror/mirror';

/** `mirror` tells what each system says now. */
export type DriftOptions = { mirror: Mirror; acts: Acts; now: () => Date };

/** `Hub.settleDrift`. What cannot be settled is an outcome and no rejection. */
export function createDriftDesk({ mirror, acts, now }: DriftOptions) {
  return async ({ commandId, key, field, keep }: SettleDriftRequest, by: Assignee): Promise<ActOutcome> => {
    const draft = acts.draft({ commandId, key }, (refused) => {
      const [incident, faces] = [mirror.get(key), mirror.faces(key)];
      if (incident === undefined || faces === null) return refused(noIncident(key));
      const choice = settleDrift(faces, field, keep);
      if (typeof choice === 'string') return refused(choice);
      const { changes, values } = choice;
      const before = currentValues(incident, changes);
      return newCommand({
        id: commandId,
        incidentKey: key,
        act: { kind: 'change', changes, before, settles: { field, keep, values } },
        by,
        at: now(),
        owner: 'defender',
        reason: `Kept what ${systemWords[keep]} says of the ${field}: “${values[keep] ?? ''}”`,
      });
    });
    return acts.takeOne(draft);
  };
}
