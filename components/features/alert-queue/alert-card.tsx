/** An alert on a phone: what it is, how bad, where it stands, in two lines. */
import { incidentShort, urgentSync } from '@/components/features/alert-queue/alert-words';
import type { GridColumn } from '@/components/grid/grid-column';
import { AlertStatusMark } from '@/components/vocabulary/alert-status';
import { productWords } from '@/components/vocabulary/product-words';
import { SeverityMark } from '@/components/vocabulary/severity';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { visibleText } from '@/lib/domain/text/visible';

export const cardHeightPx = 56;

export const alertCard: GridColumn<AlertRow> = {
  id: 'card',
  header: 'Alert',
  width: 320,
  box: true,
  grow: true,
  cell: (alert) => (
    <div className="min-w-0 flex-1 py-1">
      <p className="flex min-w-0 items-center gap-2">
        <SeverityMark severity={alert.severity} word={false} />
        <span className="truncate font-medium">
          <UntrustedText text={alert.title} />
        </span>
      </p>
      <p className="flex min-w-0 items-center gap-2 text-muted text-small">
        <AlertStatusMark status={alert.status} />
        <SyncMark sync={urgentSync(alert)} />
        <span className="truncate">
          {productWords[alert.product].short}
          {alert.incidentKey === null ? '' : ` · ${incidentShort(alert.incidentKey)}`}
        </span>
        <span className="ml-auto shrink-0">
          <Timestamp at={alert.updatedAt} name="Updated" />
        </span>
      </p>
    </div>
  ),
  text: (alert) => visibleText(alert.title),
};
