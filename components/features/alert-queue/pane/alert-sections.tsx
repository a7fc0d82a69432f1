/** The opened alert as sections: what happened, its incident, evidence, what to do, comments, ids and the way to Microsoft. */
import { AlertEvidence } from '@/components/features/alert-queue/pane/alert-evidence';
import { AlertIncident } from '@/components/features/alert-queue/pane/alert-incident';
import { PaneFact, PaneSection } from '@/components/queue/pane/pane-section';
import { Button } from '@/components/ui/button';
import { alertSystemWords } from '@/components/vocabulary/alert-noun';
import { detectionSourceWord } from '@/components/vocabulary/detection-source-words';
import { ExternalText } from '@/components/vocabulary/external-text';
import { IdChip } from '@/components/vocabulary/id-chip';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { productWords } from '@/components/vocabulary/product-words';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { Technique } from '@/components/vocabulary/technique';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { AlertDetail } from '@/lib/domain/alert/alert-list';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { IncidentComment } from '@/lib/domain/incident/incident-detail';

/** Known from the row alone, so it is there before the rest was read. */
export function WhatHappened({ alert, description }: { alert: AlertRow; description: string | null }) {
  return (
    <PaneSection title="What happened">
      {description === null ? null : <ExternalText text={description} />}
      <dl className="mt-1">
        <PaneFact name="Service source">{productWords[alert.product].name}</PaneFact>
        {alert.detectionSource === null ? null : (
          <PaneFact name="Detected by">{detectionSourceWord(alert.detectionSource)}</PaneFact>
        )}
        {alert.tactics.length === 0 ? null : (
          <PaneFact name="Tactics">{alert.tactics.map(tacticWord).join(' → ')}</PaneFact>
        )}
        {alert.techniques.length === 0 ? null : (
          <PaneFact name="Techniques">
            <span className="flex flex-wrap gap-x-3">
              {alert.techniques.map((id) => (
                <Technique key={id} id={id} />
              ))}
            </span>
          </PaneFact>
        )}
        <PaneFact name="First activity">
          <Timestamp at={alert.firstActivityAt} form="full" />
        </PaneFact>
        <PaneFact name="Last activity">
          <Timestamp at={alert.lastActivityAt} form="full" />
        </PaneFact>
        <PaneFact name="Created">
          <Timestamp at={alert.createdAt} form="full" />
        </PaneFact>
        <PaneFact name="Updated">
          <Timestamp at={alert.updatedAt} form="full" />
        </PaneFact>
      </dl>
    </PaneSection>
  );
}

function Comments({ comments, onComment }: { comments: readonly IncidentComment[]; onComment: (() => void) | null }) {
  return (
    <PaneSection title={`Comments (${comments.length})`}>
      <ul>
        {comments.map((comment) => (
          <li key={comment.id} className="py-1">
            <p className="text-faint text-small">
              <UntrustedText text={comment.author === '' ? 'Somebody' : comment.author} />,{' '}
              <Timestamp at={comment.createdAt} name="Created" />
            </p>
            <ExternalText text={comment.text} />
          </li>
        ))}
      </ul>
      {onComment === null ? null : (
        <Button size="small" onClick={onComment}>
          Comment …
        </Button>
      )}
    </PaneSection>
  );
}

export function AlertSections({ detail, onComment }: { detail: AlertDetail; onComment: (() => void) | null }) {
  const { alert, row, comments } = detail;
  return (
    <>
      <AlertIncident incidentKey={row.incidentKey} link={alert.link ?? null} />
      <AlertEvidence alert={alert} />
      {alert.recommendedActions === null ? null : (
        <PaneSection title="Recommended actions">
          <ExternalText text={alert.recommendedActions} />
        </PaneSection>
      )}
      <Comments comments={comments} onComment={onComment} />
      <PaneSection title="Ids and links">
        <dl>
          <PaneFact name="Alert id">
            <IdChip id={row.id} name="alert id" />
          </PaneFact>
          {detail.providerAlertId === null || detail.providerAlertId === row.id ? null : (
            <PaneFact name="Product’s id">
              <IdChip id={detail.providerAlertId} name="the product’s own id" />
            </PaneFact>
          )}
          <PaneFact name="System">{alertSystemWords[row.system]}</PaneFact>
          {alert.webUrl === null ? null : (
            <PaneFact name="Portal">
              <PortalLink url={alert.webUrl}>
                {row.system === 'defender' ? 'Open in Defender' : 'Open in the portal'}
              </PortalLink>
            </PaneFact>
          )}
          <PaneFact name="Read">
            <Timestamp at={detail.readAt} form="full" name="Read from Microsoft" />
          </PaneFact>
        </dl>
      </PaneSection>
    </>
  );
}
