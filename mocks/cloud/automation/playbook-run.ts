/** A playbook at work: it begins, takes its time, does what it is there for, and leaves a run behind. */
import { guidOf, hexOf } from '@/lib/base/random';
import type { Actor } from '@/mocks/store/events';
import { playbookTriggeredRow } from '@/mocks/store/faces/health-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { LogicAppRun, PlaybookRecord, PlaybookStep } from '@/mocks/store/records/automation-rule-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

type World = { store: Store; logs: LogWriter };

/** Adds a task to the incident, once under that title. */
export function addTask(
  store: Store,
  incident: SentinelIncidentRecord,
  task: { title: string; description: string },
  by: Actor,
): void {
  const tasks = incident.tasks ?? [];
  if (tasks.some(({ title }) => title === task.title)) return;
  const at = store.clock.iso();
  const author = { objectId: null, email: null, name: by.name, userPrincipalName: null };
  const made = {
    ...task,
    name: guidOf(`automation-task/${incident.name}/${task.title}`),
    status: 'New' as const,
    createdAt: at,
    createdBy: author,
    updatedAt: at,
    updatedBy: author,
    revision: 1,
  };
  store.sentinelIncidents.setTasks(incident, [...tasks, made], by);
}

export function addLabels(store: Store, incident: SentinelIncidentRecord, names: readonly string[], by: Actor): void {
  const known = incident.fields.labels;
  const missing = names.filter((name) => !known.some(({ labelName }) => labelName === name));
  const labels = [...known, ...missing.map((labelName) => ({ labelName, labelType: 'User' as const }))];
  if (missing.length > 0) store.sentinelIncidents.change(incident, { labels }, by);
}

function take(store: Store, step: PlaybookStep, incident: SentinelIncidentRecord, by: Actor): void {
  switch (step.does) {
    case 'tag':
      addLabels(store, incident, [step.tag], by);
      break;
    case 'task':
      addTask(store, incident, { title: step.title, description: step.description }, by);
      break;
    case 'comment': {
      const author = { name: by.name, email: null, objectId: null, userPrincipalName: null };
      const name = guidOf(`playbook-comment/${incident.name}/${incident.comments.length}/${store.clock.nowMs()}`);
      store.sentinelIncidents.addComment(incident, { name, message: step.text, author }, by);
      break;
    }
  }
}

/** A playbook that is switched off, or an incident that is gone by then, makes a failed run. */
export function startPlaybook(
  { store, logs }: World,
  playbook: PlaybookRecord,
  incident: SentinelIncidentRecord | null,
  startedBy: string,
): LogicAppRun {
  const run: LogicAppRun = {
    id: `0858${hexOf(`${playbook.name}/${playbook.runs.length}/${store.clock.nowMs()}`, 28).toUpperCase()}CU00`,
    startedAt: store.clock.iso(),
    endedAt: null,
    status: 'Running',
    problem: null,
    startedBy,
    incident: incident?.name ?? null,
  };
  store.rules.playbooks.began(playbook, run);
  if (incident) {
    const { table, rows } = playbookTriggeredRow(playbook, run, incident);
    logs.write(table, rows);
  }
  const end = (problem: string | null): void => {
    run.endedAt = store.clock.iso();
    run.status = problem === null ? 'Succeeded' : 'Failed';
    run.problem = problem;
  };
  if (!playbook.enabled) {
    end('WorkflowIsDisabled: the workflow is disabled.');
    return run;
  }
  const by: Actor = { kind: 'cloud', name: `Playbook - ${playbook.name}` };
  store.clock.after(playbook.durationMs, () => {
    const current = incident ? store.sentinelIncidents.byName(incident.name) : undefined;
    if (incident && !current) {
      end('NotFound: the incident does not exist any more.');
      return;
    }
    if (current) for (const step of playbook.steps) take(store, step, current, by);
    end(null);
  });
  return run;
}
