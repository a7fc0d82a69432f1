/** Resolving this incident, or only saying what it was; what is still open is looked up meanwhile. */
import { useQuery } from '@tanstack/react-query';
import { PreflightNotes } from '@/components/vocabulary/preflight-notes';
import { ResolveDialog } from '@/components/vocabulary/resolve-dialog';
import type { Incident, Verdict } from '@/lib/domain/incident/incident';
import { systems } from '@/lib/domain/source/source';
import { regroupQueries } from '@/lib/queries/regroup';

export function ClosingQuestion({
  incident,
  resolves,
  onVerdict,
  onClose,
}: {
  incident: Incident;
  resolves: boolean;
  onVerdict: (verdict: Verdict) => void;
  onClose: () => void;
}) {
  const preflight = useQuery({ ...regroupQueries.closePreflight([incident.key]), enabled: resolves });
  return (
    <ResolveDialog
      mode={resolves ? 'resolve' : 'classify'}
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      subject={`#${incident.key} ${incident.title}`}
      systems={systems.filter((system) => incident[system] !== null)}
      verdict={incident.verdict}
      preflight={
        resolves ? (
          <PreflightNotes
            preflights={preflight.data}
            failure={preflight.error?.message ?? null}
            nameOf={(key) => `#${key}`}
            onLeave={onClose}
          />
        ) : undefined
      }
      onSubmit={onVerdict}
    />
  );
}
