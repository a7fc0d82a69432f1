/** Who is at risk when the tenant starts, by the alerts of its stories and what analysts made of them, and the log's rows. */
import type { LogBatch } from '@/mocks/company/log-row';
import { raisedRisk, usersInDanger } from '@/mocks/store/account-risk';
import { riskRows } from '@/mocks/store/faces/account-rows';
import type { AccountRisk } from '@/mocks/store/records/account-record';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { Store } from '@/mocks/store/store';

/** What ended the risk, once every incident that spoke of it was resolved; undefined while one is open. */
function ending(store: Store, alerts: readonly AlertRecord[]): AccountRisk | undefined {
  const incidents = [...new Set(alerts.flatMap(({ graph }) => graph.incidentId ?? []))].flatMap(
    (id) => store.graphIncidents.byId(id) ?? [],
  );
  if (incidents.length === 0 || incidents.some(({ fields }) => fields.status !== 'resolved')) return undefined;
  const at =
    incidents
      .map(({ fields }) => fields.lastUpdateDateTime)
      .sort()
      .at(-1) ?? '';
  const real = incidents.some(({ fields }) => fields.classification === 'truePositive');
  return real
    ? {
        level: 'none',
        state: 'remediated',
        detail: 'userPerformedSecuredPasswordReset',
        eventTypes: [],
        initiatedBy: null,
        at,
      }
    : {
        level: 'none',
        state: 'dismissed',
        detail: 'adminDismissedAllRiskForUser',
        eventTypes: [],
        initiatedBy: analyst(store),
        at,
      };
}

const analyst = (store: Store): string | null => store.company.soc[0]?.objectId ?? null;

export function seedAccountRisks(store: Store): LogBatch[] {
  const perUser = new Map<string, AlertRecord[]>();
  for (const alert of store.alerts.all()) {
    if (!alert.inGraph) continue;
    for (const id of usersInDanger(alert.graph)) {
      const alerts = perUser.get(id) ?? [];
      alerts.push(alert);
      perUser.set(id, alerts);
    }
  }
  const raisedAt = ({ graph }: AlertRecord): string => graph.createdDateTime ?? '';
  return [...perUser].flatMap(([id, alerts]) => {
    const account = store.accounts.byObjectId(id);
    if (!account) return [];
    const risks: AccountRisk[] = [];
    for (const alert of alerts.sort((left, right) => (raisedAt(left) < raisedAt(right) ? -1 : 1))) {
      const risk = raisedRisk(risks.at(-1), alert.graph, raisedAt(alert));
      if (risk) risks.push(risk);
    }
    if (risks.length === 0) return [];
    const end = ending(store, alerts);
    if (end) risks.push(end);
    store.accounts.remember(account, risks);
    return risks.flatMap((risk) => riskRows(account, risk));
  });
}
