/**
 * Automation rules on the tenant's clock: soon after an incident was made or changed, the rules that fit run in their
 * order. Alerts of the workspace start the rules for alerts, and the playbooks that their own rule names. What automation
 * does itself starts no rule again.
 * https://learn.microsoft.com/azure/sentinel/automate-incident-handling-with-automation-rules
 */
import { type Change, holds, type Snapshot, snapshotOf } from '@/mocks/cloud/automation/conditions';
import { alertOccasionOf, type Occasion, occasionOf } from '@/mocks/cloud/automation/incident-values';
import { runAutomationRule, runPlaybookById } from '@/mocks/cloud/automation/run-rule';
import type { Actor } from '@/mocks/store/events';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import { alertRuleTitle } from '@/mocks/store/records/alert-rule-record';
import type { AutomationRuleRecord } from '@/mocks/store/records/automation-rule-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

/** From the incident to the rules: Microsoft promises minutes and mostly takes less. */
export const automationDelayMs = 10_000;

type Moment = 'Created' | 'Updated';

/** What conditions on changes see of an alert: nothing. */
const nothing: Snapshot = { severity: '', status: '', owner: '', alerts: 0, labels: 0, comments: 0, tactics: 0 };
const unchanged: Change = { before: nothing, after: nothing };

/** `IncidentUpdatedBySource`, in the members that the portal offers. */
function sourceOf({ kind, name }: Actor): string {
  if (kind === 'sync') return 'Other';
  if (name.startsWith('Playbook - ')) return 'Playbook';
  if (name.startsWith('Automation rule - ')) return 'AutomationRule';
  return kind === 'caller' ? 'User' : 'AlertGrouping';
}

const isAutomation = ({ kind, name }: Actor): boolean =>
  kind === 'cloud' && /^(Playbook|Automation rule) - /.test(name);

export function startAutomation(store: Store, logs: LogWriter): () => void {
  const world = { store, logs };
  const known = new Map<string, Snapshot>();
  for (const incident of store.sentinelIncidents.all()) known.set(incident.name, snapshotOf(store, incident));

  const inOrder = (): AutomationRuleRecord[] =>
    store.rules.automationRules
      .all()
      .toSorted((one, other) => one.fields.order - other.fields.order || one.name.localeCompare(other.name));

  const isAlive = ({ fields }: AutomationRuleRecord, on: 'Incidents' | 'Alerts', moment: Moment): boolean => {
    const { isEnabled, triggersOn, triggersWhen, expirationTimeUtc } = fields.triggeringLogic;
    const expired = expirationTimeUtc ? Date.parse(expirationTimeUtc) <= store.clock.nowMs() : false;
    return isEnabled && !expired && triggersOn === on && triggersWhen === moment;
  };

  const fits = ({ fields }: AutomationRuleRecord, occasion: Occasion, change: Change): boolean =>
    (fields.triggeringLogic.conditions ?? []).every((condition) => holds(condition, occasion, change));

  function look(name: string, moment: Moment, change: Change, updatedBy?: string): void {
    for (const rule of inOrder()) {
      const incident = store.sentinelIncidents.byName(name);
      if (!incident || !isAlive(rule, 'Incidents', moment)) continue;
      // Each rule sees what the ones before it did.
      if (fits(rule, occasionOf(store, incident, updatedBy), change)) runAutomationRule(world, rule, { incident });
    }
  }

  function lookAtAlert(alert: AlertRecord): void {
    const source = store.rules.alertRules.byName(alert.graph.detectorId ?? '');
    for (const { logicAppResourceId } of source?.actions ?? []) {
      runPlaybookById(world, logicAppResourceId, { alert }, `Analytics rule - ${source ? alertRuleTitle(source) : ''}`);
    }
    for (const rule of inOrder()) {
      if (!isAlive(rule, 'Alerts', 'Created')) continue;
      if (fits(rule, alertOccasionOf(alert), unchanged)) runAutomationRule(world, rule, { alert });
    }
  }

  function changed(incident: SentinelIncidentRecord, by: Actor): void {
    const after = snapshotOf(store, incident);
    const before = known.get(incident.name) ?? after;
    known.set(incident.name, after);
    if (isAutomation(by)) return;
    store.clock.after(automationDelayMs, () => look(incident.name, 'Updated', { before, after }, sourceOf(by)));
  }

  return store.listen((event) => {
    switch (event.kind) {
      case 'sentinelIncidentAdded': {
        const { incident } = event;
        const now = snapshotOf(store, incident);
        known.set(incident.name, now);
        store.clock.after(automationDelayMs, () => look(incident.name, 'Created', { before: now, after: now }));
        break;
      }
      case 'sentinelIncidentChanged':
        changed(event.incident, event.by);
        break;
      case 'alertAdded': {
        const { alert } = event;
        // Rules of the workspace see the workspace's own alerts only.
        if (alert.graph.serviceSource !== 'microsoftSentinel') break;
        store.clock.after(automationDelayMs, () => lookAtAlert(alert));
        break;
      }
      default:
        break;
    }
  });
}
