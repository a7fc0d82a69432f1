/** One automation rule acting on one incident or alert: its actions in their order, and a row that says how it went. */
import type { SentinelAutomationAction } from '@/lib/wire/sentinel/automation-rule';
import { addLabels, addTask } from '@/mocks/cloud/automation/incident-notes';
import { startPlaybook } from '@/mocks/cloud/automation/playbook-run';
import type { Actor } from '@/mocks/store/events';
import { automationRunRow } from '@/mocks/store/faces/health-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { AutomationRuleRecord } from '@/mocks/store/records/automation-rule-record';
import type { PlaybookTarget } from '@/mocks/store/records/playbook-record';
import {
  noOwner,
  type SentinelIncidentChanges,
  type SentinelIncidentRecord,
} from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

type World = { store: Store; logs: LogWriter };
/** What a rule acts on. On alerts it can only run playbooks. */
export type RuleSubject = { incident: SentinelIncidentRecord } | { alert: AlertRecord };
type Modification = Extract<SentinelAutomationAction, { actionType: 'ModifyProperties' }>['actionConfiguration'];

/** The service knows more of an owner than the rule says. */
function ownerOf({ directory }: Store, owner: NonNullable<Modification['owner']>): SentinelIncidentChanges['owner'] {
  const name = owner.userPrincipalName ?? owner.email;
  const found = directory.ownerById(owner.objectId ?? '') ?? directory.ownerNamed(name ?? '');
  if (found) return found;
  return { ...noOwner, ...Object.fromEntries(Object.entries(owner).filter(([, value]) => value !== undefined)) };
}

function changesOf(store: Store, wanted: Modification): SentinelIncidentChanges {
  const { severity, status, classification, classificationReason, classificationComment, owner } = wanted;
  return {
    ...(severity ? { severity } : {}),
    ...(status ? { status } : {}),
    ...(classification ? { classification } : {}),
    ...(classificationReason ? { classificationReason } : {}),
    ...(classificationComment ? { classificationComment } : {}),
    ...(owner ? { owner: ownerOf(store, owner) ?? noOwner } : {}),
  };
}

const targetOf = (subject: RuleSubject): PlaybookTarget =>
  'incident' in subject ? { kind: 'incident', name: subject.incident.name } : { kind: 'alert', id: subject.alert.id };

/** Null when it went well. */
export function runPlaybookById(world: World, id: string, subject: RuleSubject, by: string): string | null {
  const playbook = world.store.rules.playbooks.byId(id);
  return playbook ? startPlaybook(world, playbook, targetOf(subject), by) : `Playbook '${id}' was not found.`;
}

function act(world: World, action: SentinelAutomationAction, subject: RuleSubject, by: Actor): string | null {
  const { store } = world;
  if (action.actionType === 'RunPlaybook') {
    return runPlaybookById(world, action.actionConfiguration.logicAppResourceId, subject, by.name);
  }
  if (!('incident' in subject)) return `A rule that triggers on alerts cannot do ${action.actionType}.`;
  const { incident } = subject;
  if (action.actionType === 'AddIncidentTask') {
    const { title, description } = action.actionConfiguration;
    addTask(store, incident, { title, description: description ?? '' }, by);
    return null;
  }
  const { labels } = action.actionConfiguration;
  store.sentinelIncidents.change(incident, changesOf(store, action.actionConfiguration), by);
  const names = (labels ?? []).map(({ labelName }) => labelName);
  addLabels(store, incident, names, by);
  return null;
}

export function runAutomationRule(world: World, rule: AutomationRuleRecord, subject: RuleSubject): void {
  const by: Actor = { kind: 'cloud', name: `Automation rule - ${rule.fields.displayName}` };
  const actions = rule.fields.actions.toSorted((one, other) => one.order - other.order);
  const problems = actions.flatMap((action) => act(world, action, subject, by) ?? []);
  const { table, rows } = automationRunRow({
    at: world.store.clock.iso(),
    rule,
    on: subject,
    actions: actions.length,
    succeeded: actions.length - problems.length,
    problems,
    playbooks: actions.flatMap((action) =>
      action.actionType === 'RunPlaybook'
        ? [action.actionConfiguration.logicAppResourceId.split('/').at(-1) ?? '']
        : [],
    ),
  });
  world.logs.write(table, rows);
}
