/**
 * A playbook at work: one step after the other, each with its outcome; the first that fails ends the run. Sentinel says
 * in `SentinelHealth` that it started it, Logic Apps in `AzureDiagnostics` how it went.
 * https://learn.microsoft.com/azure/sentinel/monitor-automation-health
 */
import { hexOf } from '@/lib/base/random';
import { addLabels, addNote, addTask } from '@/mocks/cloud/automation/incident-notes';
import { type AtHand, atHand } from '@/mocks/cloud/automation/playbook-target';
import { orderRefusal } from '@/mocks/store/endpoint/order-refusal';
import type { Actor } from '@/mocks/store/events';
import { playbookTriggeredRow } from '@/mocks/store/faces/health-rows';
import { runtimeRows } from '@/mocks/store/faces/logic-app-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import { stepNames } from '@/mocks/store/playbook-steps';
import type { LogicAppRun, PlaybookRecord, PlaybookStep, PlaybookTarget } from '@/mocks/store/records/playbook-record';
import type { Store } from '@/mocks/store/store';

type World = { store: Store; logs: LogWriter };

const nothingThere = 'NotFound: The incident does not exist.';

function isolateAll({ endpoint }: Store, { machines, incident }: AtHand, playbook: string): string | null {
  if (machines.length === 0) return 'BadRequest: No device is named that Defender for Endpoint manages.';
  const problems = machines.flatMap((machine) => {
    const refusal = orderRefusal(endpoint, machine, 'Isolate');
    if (refusal) return [`${refusal.code}: ${machine.device.dnsName}: ${refusal.message}`];
    endpoint.actions.order({
      type: 'Isolate',
      machine,
      scope: 'Full',
      requestor: playbook,
      comment: incident ? `Sentinel incident ${incident.number}, by ${playbook}` : `By ${playbook}`,
      sha1: null,
    });
    return [];
  });
  return problems[0] ?? null;
}

/** Null when it went well. */
function take(store: Store, step: PlaybookStep, there: AtHand, playbook: string): string | null {
  const { incident } = there;
  if (step.does === 'isolate') return isolateAll(store, there, playbook);
  if (!incident) return nothingThere;
  const by: Actor = { kind: 'cloud', name: `Playbook - ${playbook}` };
  if (step.does === 'tag') addLabels(store, incident, [step.tag], by);
  if (step.does === 'task') addTask(store, incident, { title: step.title, description: step.description }, by);
  if (step.does === 'comment') addNote(store, incident, step.text, by);
  return null;
}

function beginRun(
  { store }: World,
  playbook: PlaybookRecord,
  on: PlaybookTarget | null,
  startedBy: string,
): LogicAppRun {
  return {
    id: `0858${hexOf(`${playbook.name}/${playbook.runs.length}/${store.clock.nowMs()}`, 28).toUpperCase()}CU00`,
    startedAt: store.clock.iso(),
    endedAt: null,
    status: 'Running',
    problem: null,
    startedBy,
    on,
    incident: atHand(store, on).incident?.name ?? null,
    steps: stepNames(playbook).map((name) => ({
      name,
      startedAt: null,
      endedAt: null,
      status: 'Waiting',
      problem: null,
    })),
  };
}

/** Does the steps in the time the playbook takes; stops where one fails, or when the run was cancelled meanwhile. */
function carryOut({ store, logs }: World, playbook: PlaybookRecord, run: LogicAppRun): void {
  const { clock } = store;
  const write = (batch: ReturnType<typeof runtimeRows>): void => logs.write(batch.table, batch.rows);
  const eachMs = Math.ceil(playbook.durationMs / playbook.steps.length);

  function end(problem: string | null): void {
    run.endedAt = clock.iso();
    run.status = problem === null ? 'Succeeded' : 'Failed';
    run.problem = problem === null ? null : 'ActionFailed: An action failed. No dependent actions succeeded.';
    for (const step of run.steps) if (step.status === 'Waiting') step.status = 'Skipped';
    write(runtimeRows(playbook, run, 'workflowRunCompleted', run.endedAt));
  }

  function next(index: number): void {
    const step = playbook.steps[index];
    const outcome = run.steps[index];
    if (!step || !outcome) {
      end(null);
      return;
    }
    outcome.startedAt = clock.iso();
    outcome.status = 'Running';
    clock.after(eachMs, () => {
      if (run.status !== 'Running') return;
      outcome.problem = take(store, step, atHand(store, run.on), playbook.name);
      outcome.endedAt = clock.iso();
      outcome.status = outcome.problem === null ? 'Succeeded' : 'Failed';
      write(runtimeRows(playbook, run, 'workflowActionCompleted', outcome.endedAt, outcome));
      if (outcome.problem === null) next(index + 1);
      else end(outcome.problem);
    });
  }

  write(runtimeRows(playbook, run, 'workflowRunStarted', run.startedAt));
  next(0);
}

function problemWith({ enabled, trigger }: PlaybookRecord, on: PlaybookTarget | null): string | null {
  if (!enabled) return 'Playbook could not be triggered because its workflow is disabled.';
  if (on === null || on.kind === trigger) return null;
  return `Playbook could not be triggered because it starts with the trigger for the kind '${trigger}', not '${on.kind}'.`;
}

/** Answers why it could not be started; null when it runs. A playbook that is switched off leaves no run behind. */
export function startPlaybook(
  world: World,
  playbook: PlaybookRecord,
  on: PlaybookTarget | null,
  startedBy: string,
): string | null {
  const { store, logs } = world;
  const problem = problemWith(playbook, on);
  const run = beginRun(world, playbook, on, startedBy);
  if (on !== null) {
    const { table, rows } = playbookTriggeredRow(playbook, run, atHand(store, on).incident, problem);
    logs.write(table, rows);
  }
  if (problem !== null) return problem;
  store.rules.playbooks.began(playbook, run);
  carryOut(world, playbook, run);
  return null;
}

/** Ends a run before its time: what was not done yet never will be. */
export function cancelRun({ store, logs }: World, playbook: PlaybookRecord, run: LogicAppRun): void {
  run.status = 'Cancelled';
  run.endedAt = store.clock.iso();
  for (const step of run.steps) {
    if (step.status === 'Running' || step.status === 'Waiting') step.status = 'Cancelled';
  }
  const { table, rows } = runtimeRows(playbook, run, 'workflowRunCompleted', run.endedAt);
  logs.write(table, rows);
}
