/** One automation rule acting on one incident: its actions in their order, and a row that says how it went. */
import type { SentinelAutomationAction } from '@/lib/wire/sentinel/automation-rule';
import { addLabels, addTask, startPlaybook } from '@/mocks/cloud/automation/playbook-run';
import type { Actor } from '@/mocks/store/events';
import { automationRunRow } from '@/mocks/store/faces/health-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AutomationRuleRecord } from '@/mocks/store/records/automation-rule-record';
import {
  noOwner,
  type SentinelIncidentChanges,
  type SentinelIncidentRecord,
} from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

type World = { store: Store; logs: LogWriter };
type Modification = Extract<SentinelAutomationAction, { actionType: 'ModifyProperties' }>['actionConfiguration'];

/** The service knows more of an owner than the rule says. */
function ownerOf({ directory }: Store, owner: NonNullable<Modification['owner']>): SentinelIncidentChanges['owner'] {
  const name = owner.userPrincipalName ?? owner.email;
  const person = (owner.objectId && directory.byObjectId(owner.objectId)) || (name && directory.byUpn(name));
  if (person) return directory.ownerOf(person);
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

/** Null when it went well. */
function act(
  world: World,
  action: SentinelAutomationAction,
  incident: SentinelIncidentRecord,
  by: Actor,
): string | null {
  const { store } = world;
  switch (action.actionType) {
    case 'ModifyProperties': {
      const { labels } = action.actionConfiguration;
      store.sentinelIncidents.change(incident, changesOf(store, action.actionConfiguration), by);
      addLabels(
        store,
        incident,
        (labels ?? []).map(({ labelName }) => labelName),
        by,
      );
      return null;
    }
    case 'AddIncidentTask': {
      const { title, description } = action.actionConfiguration;
      addTask(store, incident, { title, description: description ?? '' }, by);
      return null;
    }
    case 'RunPlaybook': {
      const id = action.actionConfiguration.logicAppResourceId;
      const playbook = store.rules.playbooks.byId(id);
      if (!playbook) return `Playbook '${id}' was not found.`;
      return startPlaybook(world, playbook, incident, by.name).problem;
    }
  }
}

export function runAutomationRule(world: World, rule: AutomationRuleRecord, incident: SentinelIncidentRecord): void {
  const by: Actor = { kind: 'cloud', name: `Automation rule - ${rule.fields.displayName}` };
  const actions = rule.fields.actions.toSorted((one, other) => one.order - other.order);
  const problems = actions.flatMap((action) => act(world, action, incident, by) ?? []);
  const { table, rows } = automationRunRow({
    at: world.store.clock.iso(),
    rule,
    incident,
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
