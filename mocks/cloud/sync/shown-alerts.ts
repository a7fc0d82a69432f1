/** The alerts of a Defender incident that Sentinel shows: those that reached it, up to the number it takes. */
import { sentinelAlertLimit } from '@/mocks/store/load-story';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

/** What came before a connector was switched off stays where it is. */
export function shownAlerts(
  { alerts, connections }: Store,
  { alertIds }: GraphIncidentRecord,
  twin: SentinelIncidentRecord | null,
): string[] {
  const known = new Set(twin?.alertIds);
  const shown: string[] = [];
  for (const alert of alerts.pick(alertIds)) {
    if (shown.length === sentinelAlertLimit) break;
    if (known.has(alert.id) || connections.alertFlows(alert.graph)) shown.push(alert.id);
  }
  return shown;
}
