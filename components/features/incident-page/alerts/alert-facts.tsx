/** What is known about an alert besides its evidence. */

import { FactList } from '@/components/features/incident-page/fact-list';
import { alertStatusWords } from '@/components/vocabulary/alert-status-words';
import { detectionSourceWord } from '@/components/vocabulary/detection-source-words';
import { ExternalText } from '@/components/vocabulary/external-text';
import { IdChip } from '@/components/vocabulary/id-chip';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { productWords } from '@/components/vocabulary/product-words';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { Technique } from '@/components/vocabulary/technique';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Alert } from '@/lib/domain/alert/alert';
import { systemWords } from '@/lib/domain/source/source';

function techniques(alert: Alert) {
  if (alert.techniques.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-3">
      {alert.techniques.map((id) => (
        <Technique key={id} id={id} />
      ))}
    </span>
  );
}

export function AlertFacts({ alert }: { alert: Alert }) {
  return (
    <div className="grid gap-x-10 gap-y-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <FactList
        facts={[
          { name: 'Product', value: <UntrustedText text={alert.productName || productWords[alert.product].name} /> },
          {
            name: 'Detected by',
            value: alert.detectionSource === null ? null : detectionSourceWord(alert.detectionSource),
          },
          { name: 'Status', value: alertStatusWords[alert.status] },
          { name: 'Assigned to', value: alert.assignee === null ? null : <UntrustedText text={alert.assignee} /> },
          {
            name: 'Tactics',
            value:
              alert.tactics.length === 0 ? null : <UntrustedText text={alert.tactics.map(tacticWord).join(', ')} />,
          },
          { name: 'Techniques', value: techniques(alert) },
          { name: 'First activity', value: <Timestamp at={alert.firstActivityAt} form="full" /> },
          { name: 'Last activity', value: <Timestamp at={alert.lastActivityAt} form="full" /> },
          { name: 'Created', value: <Timestamp at={alert.createdAt} form="full" /> },
          { name: 'Told by', value: alert.systems.map((system) => systemWords[system]).join(' and ') },
          { name: 'Alert id', value: <IdChip id={alert.id} name="alert id" /> },
          {
            name: 'Portal',
            value: alert.webUrl === null ? null : <PortalLink url={alert.webUrl}>Open alert in Defender</PortalLink>,
          },
        ]}
      />
      {alert.recommendedActions === null ? null : (
        <section>
          <h4 className="mb-1 text-muted">Recommended actions</h4>
          <ExternalText text={alert.recommendedActions} />
        </section>
      )}
    </div>
  );
}
