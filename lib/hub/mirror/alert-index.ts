/** The alerts of each incident, in the few words that a queue needs. Alerts can move from one incident to another. */
import { type AlertBrief, summarizeAlerts } from '@/lib/domain/alert/summary';
import type { AlertSummary } from '@/lib/domain/incident/merge';

export type BriefAlert = AlertBrief & { id: string; incidentKey: string | null };

export type AlertIndex = {
  /** The incidents whose alerts changed. */
  put(alert: BriefAlert): string[];
  summary(incidentKey: string): AlertSummary | null;
};

export function createAlertIndex(): AlertIndex {
  const ofIncident = new Map<string, Map<string, BriefAlert>>();
  const incidentOf = new Map<string, string>();

  function leave(alert: BriefAlert): string[] {
    const before = incidentOf.get(alert.id);
    if (before === undefined || before === alert.incidentKey) return [];
    incidentOf.delete(alert.id);
    ofIncident.get(before)?.delete(alert.id);
    return [before];
  }

  return {
    put(alert) {
      const left = leave(alert);
      const { incidentKey } = alert;
      if (incidentKey === null) return left;
      incidentOf.set(alert.id, incidentKey);
      const siblings = ofIncident.get(incidentKey) ?? new Map<string, BriefAlert>();
      siblings.set(alert.id, alert);
      ofIncident.set(incidentKey, siblings);
      return [...left, incidentKey];
    },
    summary(incidentKey) {
      const alerts = ofIncident.get(incidentKey);
      return alerts === undefined ? null : summarizeAlerts([...alerts.values()]);
    },
  };
}
