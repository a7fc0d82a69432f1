/** An alert opened in its place: what happened, why it is in this incident, the evidence, the facts. */
import { AlertFacts } from '@/components/features/incident-page/alerts/alert-facts';
import { AlertMove } from '@/components/features/incident-page/alerts/alert-move';
import { EvidenceList } from '@/components/features/incident-page/alerts/evidence-list';
import { LinkedBecause } from '@/components/features/incident-page/alerts/linked-because';
import type { AlertLinks } from '@/components/features/incident-page/alerts/use-alert-links';
import { ExternalText } from '@/components/vocabulary/external-text';
import type { Alert } from '@/lib/domain/alert/alert';
import type { AlertWindow } from '@/lib/domain/alert/alert-window';
import type { Incident } from '@/lib/domain/incident/incident';

export type AlertDetailProps = {
  alert: Alert;
  incident: Incident;
  links: AlertLinks;
  window: AlertWindow | null;
};

export function AlertDetail({ alert, incident, links, window }: AlertDetailProps) {
  return (
    <div className="flex flex-col gap-4">
      {alert.description === null ? null : <ExternalText text={alert.description} />}
      <LinkedBecause alert={alert} links={links} />
      <section>
        <h4 className="mb-1 text-muted">Evidence</h4>
        <EvidenceList evidence={alert.evidence} window={window} />
      </section>
      <AlertFacts alert={alert} />
      <AlertMove alert={alert} incident={incident} />
    </div>
  );
}
