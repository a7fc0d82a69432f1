/** One banner for everything about which the two systems disagree; the chosen side's value is written to both. */
'use client';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { DriftChooser } from '@/components/vocabulary/drift-chooser';
import { fieldWords } from '@/components/vocabulary/field-words';
import { systemWords } from '@/components/vocabulary/system-words';
import type { HistoryEntry } from '@/lib/domain/incident/history';
import type { Incident } from '@/lib/domain/incident/incident';
import { useSettleDrift } from '@/lib/queries/regroup';

export function DriftSection({
  incident,
  history,
}: {
  incident: Incident;
  history: readonly HistoryEntry[] | undefined;
}) {
  const settle = useSettleDrift();
  return (
    <DriftChooser
      incident={incident}
      history={history}
      busy={settle.isPending}
      onKeep={(field, keep) =>
        settle.mutate(
          { key: incident.key, field, keep },
          {
            onSuccess: () => {
              const told = `${fieldWords[field]}: both get what ${systemWords[keep]} says`;
              showToast(told, { id: 'drift' });
              announce(told);
            },
            onError: (error) => showToast('Not settled', { tone: 'error', id: 'drift', detail: error.message }),
          },
        )
      }
    />
  );
}
