/** The alert under the cursor, beside the queue. What the row knows is there at once; the rest is read when the cursor rests. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { AlertFields } from '@/components/features/alert-queue/pane/alert-fields';
import { AlertIncident } from '@/components/features/alert-queue/pane/alert-incident';
import { AlertSections, WhatHappened } from '@/components/features/alert-queue/pane/alert-sections';
import { stepRow } from '@/components/grid/step-row';
import type { SharedField } from '@/components/queue/acts/use-editing';
import { PaneSection } from '@/components/queue/pane/pane-section';
import { useResting } from '@/components/queue/use-resting';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { alertCan } from '@/lib/domain/alert/capabilities';
import { alertQueries } from '@/lib/queries/alerts';

/** Holding `j` asks nothing. */
const restMs = 250;

function Reading() {
  return (
    <PaneSection title="Evidence">
      <div className="flex flex-col gap-3 py-1.5">
        <Skeleton className="w-5/6" />
        <Skeleton className="w-2/3" />
        <Skeleton className="w-3/4" />
      </div>
    </PaneSection>
  );
}

export function AlertPane({
  alert,
  onEdit,
  onClose,
}: {
  alert: AlertRow;
  onEdit: (field: SharedField) => void;
  onClose: () => void;
}) {
  const rested = useResting(alert.id, restMs);
  const reply = useQuery({ ...alertQueries.detail(rested ?? ''), enabled: rested !== null });
  const detail = rested !== null && reply.data?.kind === 'found' ? reply.data.detail : null;
  const gone = rested !== null && reply.data?.kind === 'unknown';
  const onComment = alertCan.comment(alert).allowed ? () => onEdit('comment') : null;
  return (
    <aside aria-label="Alert" className="min-h-0 flex-1 overflow-y-auto bg-panel">
      <header className="sticky top-0 z-10 flex items-start gap-0.5 bg-panel py-2 pr-2 pl-4">
        <h2 className="line-clamp-3 min-w-0 flex-1 pt-1 font-semibold wrap-anywhere">
          <UntrustedText text={alert.title} />
        </h2>
        <IconButton label="Previous alert" icon={ChevronUp} keys="K" onClick={() => stepRow('ArrowUp')} />
        <IconButton label="Next alert" icon={ChevronDown} keys="J" onClick={() => stepRow('ArrowDown')} />
        <IconButton label="Close" icon={X} keys="Esc" onClick={onClose} />
      </header>
      <AlertFields alert={alert} onEdit={onEdit} />
      <WhatHappened alert={alert} description={detail?.alert.description ?? null} />
      {detail === null ? (
        <>
          <AlertIncident incidentKey={alert.incidentKey} link={null} />
          {reply.isError && rested !== null ? (
            <PaneSection title="Evidence">
              <p className="text-warning">The alert could not be read: {reply.error.message}</p>
              <p className="mb-2 text-muted">What the queue knows of it stays.</p>
              <Button size="small" onClick={() => void reply.refetch()}>
                Try again
              </Button>
            </PaneSection>
          ) : gone ? (
            <PaneSection title="Evidence">
              <p className="text-muted">Its system does not show this alert any more.</p>
            </PaneSection>
          ) : (
            <Reading />
          )}
        </>
      ) : (
        <AlertSections detail={{ ...detail, row: alert }} onComment={onComment} />
      )}
    </aside>
  );
}
