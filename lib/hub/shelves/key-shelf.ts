/** The keys that each analyst chose: the console's own memory, Microsoft is asked nothing. */
import type { Assignee } from '@/lib/domain/incident/incident';
import {
  type ChooseKeysReply,
  type ChooseKeysRequest,
  type ChosenKeys,
  keyConflict,
} from '@/lib/domain/session/chosen-keys';
import { HubError } from '@/lib/hub/hub-error';
import type { Store } from '@/lib/store/store';

export type KeyShelf = {
  /** Null when this analyst never chose any. */
  of(by: Assignee): Promise<ChosenKeys | null>;
  /** Rejects with a `HubError` where two acts would share keys. */
  choose(request: ChooseKeysRequest, by: Assignee): Promise<ChooseKeysReply>;
};

/** Rejects with `unavailable` when the keys vanish while they are written. */
export function createKeyShelf({ chosenKeys }: Pick<Store, 'chosenKeys'>, now: () => Date): KeyShelf {
  return {
    of: (by) => chosenKeys.of(by.name),
    async choose({ map, seen }, by) {
      const conflict = keyConflict(map);
      if (conflict !== null) throw new HubError('notAllowed', conflict);
      const keys: ChosenKeys = { map, updatedAt: now().toISOString() };
      const current = await chosenKeys.of(by.name);
      // A browser that saw keys where there are none speaks of a database that is gone: its choice is the first here.
      if (await chosenKeys.replace(by.name, keys, current === null ? null : seen)) return { outcome: 'kept', keys };
      const newer = await chosenKeys.of(by.name);
      if (newer === null) throw new HubError('unavailable', 'The keys could not be kept. Try again.');
      return { outcome: 'overtaken', keys: newer };
    },
  };
}
