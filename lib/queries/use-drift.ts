/** Everything that the choice between two systems that disagree needs: `<DriftChooser incident={…} {...useDrift(incident)} />`. */
import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '@/lib/domain/incident/history';
import type { Incident, SyncedField } from '@/lib/domain/incident/incident';
import type { System } from '@/lib/domain/source/source';
import { historyQueries } from '@/lib/queries/history';
import { useSettleDrift } from '@/lib/queries/regroup';

/** The props of a drift chooser. */
export type Drift = {
  /** Who changed which side, newest first; it is only asked for when there is a question, and undefined until it came. */
  history: readonly HistoryEntry[] | undefined;
  /** Writes what the chosen system says to both. Rejects with why not. */
  onKeep: (field: SyncedField, keep: System) => Promise<unknown>;
  busy: boolean;
};

export function useDrift({ key, sync }: Incident): Drift {
  const drifted = Object.values(sync).some(({ state }) => state === 'drifted');
  const history = useQuery({ ...historyQueries.history(key), enabled: drifted });
  const { mutateAsync: settle, isPending } = useSettleDrift();
  return { history: history.data?.entries, onKeep: (field, keep) => settle({ key, field, keep }), busy: isPending };
}
