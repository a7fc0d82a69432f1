/** Resolving one or many: what is still open is looked up while the question is on the screen. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { incidentActs } from '@/components/features/incident-queue/acts/incident-acts';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import { subjectsOf } from '@/components/queue/acts/act-noun';
import { PreflightNotes } from '@/components/vocabulary/preflight-notes';
import { ResolveDialog } from '@/components/vocabulary/resolve-dialog';
import type { Classification } from '@/components/vocabulary/verdict-words';
import type { Incident, Verdict } from '@/lib/domain/incident/incident';
import { regroupQueries } from '@/lib/queries/regroup';

export function ClosingEditor({
  incidents,
  classification,
  onResolve,
  onClose,
}: {
  incidents: readonly Incident[];
  /** Chosen by the second key already. */
  classification: Classification | undefined;
  onResolve: (verdict: Verdict) => void;
  onClose: () => void;
}) {
  const preflight = useQuery(regroupQueries.closePreflight(incidents.map(({ key }) => key)));
  const [first] = incidents;
  const nameOf = (key: string) => {
    const incident = incidents.find((candidate) => candidate.key === key);
    return incident === undefined ? `#${key}` : incidentName(incident);
  };
  return (
    <ResolveDialog
      mode="resolve"
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      subject={subjectsOf(incidentActs, incidents)}
      systems={incidentActs.systemsOf(incidents)}
      verdict={incidents.length === 1 ? (first?.verdict ?? null) : null}
      {...(classification === undefined ? {} : { classification })}
      preflight={
        <PreflightNotes preflights={preflight.data} failure={preflight.error?.message ?? null} nameOf={nameOf} />
      }
      onSubmit={onResolve}
    />
  );
}
