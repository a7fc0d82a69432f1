/** Why a section is empty: nothing exists, nothing could be read, or nothing matches the words to find. */
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { IncidentDetail, PartFailure } from '@/lib/domain/incident/incident-detail';

export function partFailed(detail: IncidentDetail, part: PartFailure['part']): boolean {
  return detail.failures.some((failure) => failure.part === part || failure.part === 'incident');
}

export function NothingFound({ find, all, onShowAll }: { find: string; all: number; onShowAll: () => void }) {
  return (
    <EmptyState title={`Nothing matches “${find}”`} action={<Button onClick={onShowAll}>Show all {all}</Button>} />
  );
}

export function NoAlerts({ detail }: { detail: IncidentDetail }) {
  const { alertCount } = detail.incident;
  if (partFailed(detail, 'alerts')) {
    return (
      <EmptyState
        title={alertCount === 0 ? 'Alerts could not be read' : `None of the ${alertCount} alerts could be read`}
      >
        They appear here by themselves when a system answers again.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No alerts">
      Neither system lists an alert in this incident. It may have been created by hand, or its alerts moved to another
      one.
    </EmptyState>
  );
}

export function NoEntities({ detail }: { detail: IncidentDetail }) {
  if (partFailed(detail, 'entities') || partFailed(detail, 'alerts')) {
    return (
      <EmptyState title="Entities could not be read">
        They appear here by themselves when a system answers again.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No entities">
      The alerts name no evidence, and Sentinel has extracted nothing from them.
    </EmptyState>
  );
}
