/** One banner for everything about which the two systems disagree; the chosen side's value is written to both. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { DriftChooser } from '@/components/vocabulary/drift-chooser';
import { fieldWords } from '@/components/vocabulary/field-words';
import { systemWords } from '@/components/vocabulary/system-words';
import type { Incident } from '@/lib/domain/incident/incident';
import { historyQueries } from '@/lib/queries/history';
import { useSettleDrift } from '@/lib/queries/regroup';

export function DriftSection({ incident }: { incident: Incident }) {
  const drifted = Object.values(incident.sync).some((sync) => sync.state === 'drifted');
  // Who changed which side is in the history; it is only asked for when there is a question.
  const history = useQuery({ ...historyQueries.history(incident.key), enabled: drifted });
  const settle = useSettleDrift();
  return (
    <DriftChooser
      incident={incident}
      history={history.data?.entries}
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
