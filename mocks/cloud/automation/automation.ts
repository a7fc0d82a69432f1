/**
 * Automation rules on the tenant's clock: soon after an incident was made or changed, the rules that fit run in their
 * order. What automation does itself starts no rule again.
 * https://learn.microsoft.com/azure/sentinel/automate-incident-handling-with-automation-rules
 */
import { type Change, holds, type Snapshot, snapshotOf } from '@/mocks/cloud/automation/conditions';
import { occasionOf } from '@/mocks/cloud/automation/incident-values';
import { startPlaybook } from '@/mocks/cloud/automation/playbook-run';
import { runAutomationRule } from '@/mocks/cloud/automation/run-rule';
import type { Actor } from '@/mocks/store/events';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AutomationRuleRecord } from '@/mocks/store/records/automation-rule-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

/** From the incident to the rules: Microsoft promises minutes and mostly takes less. */
export const automationDelayMs = 10_000;

type Moment = 'Created' | 'Updated';

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

  const isAlive = ({ fields }: AutomationRuleRecord, moment: Moment): boolean => {
    const { isEnabled, triggersOn, triggersWhen, expirationTimeUtc } = fields.triggeringLogic;
    const expired = expirationTimeUtc ? Date.parse(expirationTimeUtc) <= store.clock.nowMs() : false;
    return isEnabled && !expired && triggersOn === 'Incidents' && triggersWhen === moment;
  };

  function look(name: string, moment: Moment, change: Change, updatedBy?: string): void {
    for (const rule of inOrder()) {
      const incident = store.sentinelIncidents.byName(name);
      if (!incident || !isAlive(rule, moment)) continue;
      // Each rule sees what the ones before it did.
      const occasion = occasionOf(store, incident, updatedBy);
      const conditions = rule.fields.triggeringLogic.conditions ?? [];
      if (conditions.every((condition) => holds(condition, occasion, change))) runAutomationRule(world, rule, incident);
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
      case 'playbookRun': {
        const playbook = store.rules.playbooks.byId(event.run.logicAppId);
        const on = event.run.on.kind === 'incident' ? store.sentinelIncidents.byName(event.run.on.name) : undefined;
        if (playbook) startPlaybook(world, playbook, on ?? null, event.run.by.name);
        break;
      }
      default:
        break;
    }
  });
}
