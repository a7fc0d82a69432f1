/** Merging the chosen incidents: what would happen is asked of the server for each choice of who stays, then it is done. */
'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { incidentActs } from '@/components/features/incident-queue/acts/incident-acts';
import { useMerging } from '@/components/features/incident-queue/acts/use-merging';
import { MergeDialog } from '@/components/vocabulary/merge-dialog';
import type { Incident } from '@/lib/domain/incident/incident';
import { regroupQueries } from '@/lib/queries/regroup';

export function MergeEditor({ incidents, onClose }: { incidents: readonly Incident[]; onClose: () => void }) {
  const [survivor, setSurvivor] = useState<string | null>(null);
  const keys = incidents.map(({ key }) => key);
  const preview = useQuery({ ...regroupQueries.mergePreview(keys, survivor), placeholderData: keepPreviousData });
  const merge = useMerging();
  const nameOf = (key: string) => {
    const incident = incidents.find((candidate) => candidate.key === key);
    return incident === undefined ? `#${key}` : incidentActs.subjectOf(incident);
  };
  const plan = preview.data;
  return (
    <MergeDialog
      preview={plan}
      chosen={survivor}
      busy={preview.isPlaceholderData}
      failure={preview.error?.message ?? null}
      nameOf={nameOf}
      onSurvivor={setSurvivor}
      onMerge={(choice) => {
        if (plan === undefined) return;
        merge({ ...choice, survivor: plan.survivor, sources: plan.moves.map(({ key }) => key) });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
