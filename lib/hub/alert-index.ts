/** The alerts of each incident, in the few words that a queue needs. Alerts can move from one incident to another. */
import { type AlertBrief, summarizeAlerts } from '@/lib/domain/alert/summary';
import type { AlertSummary } from '@/lib/domain/incident/merge';

export type BriefAlert = AlertBrief & { id: string; incidentId: string };

export type AlertIndex = {
  /** The incidents whose alerts changed. */
  put(alert: BriefAlert): string[];
  summary(incidentId: string): AlertSummary | null;
};

export function createAlertIndex(): AlertIndex {
  const ofIncident = new Map<string, Map<string, BriefAlert>>();
  const incidentOf = new Map<string, string>();
  return {
    put(alert) {
      const before = incidentOf.get(alert.id);
      if (before !== undefined && before !== alert.incidentId) ofIncident.get(before)?.delete(alert.id);
      incidentOf.set(alert.id, alert.incidentId);
      const siblings = ofIncident.get(alert.incidentId) ?? new Map<string, BriefAlert>();
      siblings.set(alert.id, alert);
      ofIncident.set(alert.incidentId, siblings);
      return before === undefined || before === alert.incidentId ? [alert.incidentId] : [before, alert.incidentId];
    },
    summary(incidentId) {
      const alerts = ofIncident.get(incidentId);
      return alerts === undefined ? null : summarizeAlerts([...alerts.values()]);
    },
  };
}
