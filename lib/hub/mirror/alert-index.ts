/**
 * The alerts of each incident, in the few words that a queue needs. Alerts can move from one incident to another. Until
 * the alerts of an earlier run are read, what that run counted stands for them.
 */
import { nextTask } from '@/lib/base/next-task';
import { type AlertBrief, summarizeAlerts } from '@/lib/domain/alert/summary';
import type { AlertSummary } from '@/lib/domain/incident/merge';

export type BriefAlert = AlertBrief & { id: string; incidentKey: string | null };

export type AlertIndex = {
  /** The incidents whose alerts changed. */
  put(alert: BriefAlert): string[];
  summary(incidentKey: string): AlertSummary | null;
  /** What an earlier run counted, which is shown until `recount`. */
  keep(summaries: readonly (readonly [incidentKey: string, AlertSummary])[]): void;
  /** From now on the alerts themselves are counted: the incidents of which they say something else. */
  recount(): Promise<string[]>;
  /** What is to be kept for a later run and has changed since the last call; empty while nothing is counted. */
  takeUnsaved(): [incidentKey: string, AlertSummary][];
  /** It could not be kept after all. */
  putBack(incidentKeys: readonly string[]): void;
};

const nothing: AlertSummary = { count: 0, products: [], tactics: [], firstActivityAt: null, lastActivityAt: null };
/** A few milliseconds of counting. */
const countAtOnce = 500;

/** No alerts are no alerts, whether or not there were some before. */
const wordsOf = (summary: AlertSummary | null | undefined) =>
  JSON.stringify([
    summary?.count ?? 0,
    summary?.products ?? [],
    summary?.tactics ?? [],
    summary?.firstActivityAt ?? null,
    summary?.lastActivityAt ?? null,
  ]);

export function createAlertIndex(): AlertIndex {
  const ofIncident = new Map<string, Map<string, BriefAlert>>();
  const incidentOf = new Map<string, string>();
  const unsaved = new Set<string>();
  let kept: Map<string, AlertSummary> | null = new Map();

  function leave(alert: BriefAlert): string[] {
    const before = incidentOf.get(alert.id);
    if (before === undefined || before === alert.incidentKey) return [];
    incidentOf.delete(alert.id);
    ofIncident.get(before)?.delete(alert.id);
    return [before];
  }

  function join(alert: BriefAlert): string[] {
    const left = leave(alert);
    const { incidentKey } = alert;
    if (incidentKey === null) return left;
    incidentOf.set(alert.id, incidentKey);
    const siblings = ofIncident.get(incidentKey) ?? new Map<string, BriefAlert>();
    siblings.set(alert.id, alert);
    ofIncident.set(incidentKey, siblings);
    return [...left, incidentKey];
  }

  function counted(incidentKey: string): AlertSummary | null {
    const alerts = ofIncident.get(incidentKey);
    return alerts === undefined ? null : summarizeAlerts([...alerts.values()]);
  }

  return {
    put(alert) {
      const changed = join(alert);
      // What is read before the counting begins is found by comparing.
      if (kept === null) for (const key of changed) unsaved.add(key);
      return changed;
    },
    summary: (incidentKey) => (kept === null ? counted(incidentKey) : (kept.get(incidentKey) ?? null)),
    keep(summaries) {
      for (const [key, summary] of summaries) kept?.set(key, summary);
    },
    async recount() {
      const before = kept ?? new Map<string, AlertSummary>();
      const keys = [...new Set([...before.keys(), ...ofIncident.keys()])];
      const other: string[] = [];
      for (const [at, key] of keys.entries()) {
        if (wordsOf(before.get(key)) !== wordsOf(counted(key))) other.push(key);
        if (at % countAtOnce === countAtOnce - 1) await nextTask();
      }
      kept = null;
      for (const key of other) unsaved.add(key);
      return other;
    },
    takeUnsaved() {
      const taken = [...unsaved].map((key): [string, AlertSummary] => [key, counted(key) ?? nothing]);
      unsaved.clear();
      return taken;
    },
    putBack(incidentKeys) {
      for (const key of incidentKeys) unsaved.add(key);
    },
  };
}
