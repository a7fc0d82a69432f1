/** The whole alert queue as one answer. The browser decodes it once, applies feed events to it and filters it locally. */
import type { Alert } from '@/lib/domain/alert/alert';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { AlertTable } from '@/lib/domain/alert/alert-table';
import type { IncidentComment } from '@/lib/domain/incident/incident-detail';
import type { SourceHealth } from '@/lib/domain/source/source';

/** `now` is ISO 8601 UTC; feed events up to `seq` must not be applied again. */
export type AlertListReply = {
  table: AlertTable;
  health: SourceHealth[];
  /** The server's clock when it answered. */
  now: string;
  /** The last feed event that this answer already contains. */
  seq: number;
};

/** Everything known of one alert. */
export type AlertDetail = {
  row: AlertRow;
  alert: Alert;
  comments: IncidentComment[];
  /** Graph `investigationState`, e.g. `running`; null when there is none. */
  investigationState: string | null;
  /** The product's own id for it. */
  providerAlertId: string | null;
  readAt: string;
};

/** `lookedFor` is the id that neither the mirror nor Defender knows. */
export type AlertDetailReply = { kind: 'found'; detail: AlertDetail } | { kind: 'unknown'; lookedFor: string };
