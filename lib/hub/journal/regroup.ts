/** Putting incidents together and taking alerts out of them: looked at first, then a command like any other. */
import type { Api } from '@/lib/api/api';
import type { ActOutcome } from '@/lib/domain/incident/act';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { CommandAct } from '@/lib/domain/incident/command';
import type { Assignee } from '@/lib/domain/incident/incident';
import { type MergeCandidate, mergePlan } from '@/lib/domain/incident/merge-plan';
import type { MergePreview } from '@/lib/domain/incident/merge-preview';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import type { MergeRequest, MoveAlertsRequest } from '@/lib/hub/hub';
import { HubError, noIncident } from '@/lib/hub/hub-error';
import { countParts, type Detail, openTasks } from '@/lib/hub/incident/incident-parts';
import type { Acts } from '@/lib/hub/journal/acts';
import { newCommand } from '@/lib/hub/journal/new-command';
import type { Mirror } from '@/lib/hub/mirror/mirror';

/** `detail` is asked for what a merge would leave behind. */
export type RegroupOptions = {
  api: Api;
  mirror: Mirror;
  alertMirror: AlertMirror;
  acts: Acts;
  detail: Detail;
  now: () => Date;
};

export type Regroup = {
  mergePreview(keys: readonly string[], survivor: string | null): Promise<MergePreview>;
  merge(request: MergeRequest, by: Assignee): Promise<ActOutcome>;
  moveAlerts(request: MoveAlertsRequest, by: Assignee): Promise<ActOutcome>;
};

/** What cannot be done is an outcome; `mergePreview` alone rejects, with `notFound` or `notAllowed`. */
export function createRegroup(options: RegroupOptions): Regroup {
  const { api, mirror, alertMirror, acts, detail, now } = options;

  async function candidate(key: string): Promise<{ candidate: MergeCandidate; failures: string[] }> {
    // Read before the incident is looked at: opening it may bring it into the mirror.
    const counted = await countParts(detail, key);
    const incident = mirror.get(key);
    if (incident === undefined) throw new HubError('notFound', noIncident(key));
    const tasks = await openTasks(api, mirror, key);
    return {
      candidate: { incident, parts: { ...counted.value, openTasks: tasks.value.length } },
      failures: [...counted.failures, ...tasks.failures],
    };
  }

  /** As far as the queue knows without asking anybody. */
  function planOf(keys: readonly string[], survivor: string): MergePreview | null {
    const known = keys.flatMap((key) => mirror.get(key) ?? []);
    const parts = { entities: 0, comments: 0, openTasks: 0 };
    return mergePlan(
      known.map((incident) => ({ incident, parts })),
      survivor,
    );
  }

  function actOf({ survivor, sources, reasons, comment }: MergeRequest, plan: MergePreview): CommandAct {
    if (plan.how === 'merge') return { kind: 'merge', survivor, sources, mergeReasons: reasons, comment };
    const from = new Set(sources);
    const alertIds = alertMirror
      .all()
      .filter((alert) => alert.incidentKey !== null && from.has(alert.incidentKey))
      .map((alert) => alert.id);
    return { kind: 'moveAlerts', alertIds, to: survivor, ends: sources, moveReasons: reasons, comment };
  }

  return {
    async mergePreview(keys, survivor) {
      const unique = [...new Set(keys)];
      const found = await Promise.all(unique.map(candidate));
      const plan = mergePlan(
        found.map((each) => each.candidate),
        survivor,
      );
      if (plan === null) throw new HubError('notAllowed', 'Fewer than two of these incidents can be merged.');
      return { ...plan, failures: found.flatMap((each) => each.failures) };
    },
    merge(request, by) {
      const { commandId, survivor } = request;
      const draft = acts.draft({ commandId, key: survivor }, (refused) => {
        const keys = [...new Set([survivor, ...request.sources])];
        const unknown = keys.find((key) => mirror.get(key) === undefined);
        if (unknown !== undefined) return refused(noIncident(unknown));
        const plan = planOf(keys, survivor);
        if (plan === null) return refused('Fewer than two of these incidents can be merged.');
        const [no] = plan.refusedBecause;
        if (no !== undefined) return refused(`#${no.key}: ${no.reason}`);
        const act = actOf({ ...request, sources: keys.filter((key) => key !== survivor) }, plan);
        return newCommand({ id: commandId, incidentKey: survivor, act, by, at: now(), owner: 'defender' });
      });
      return acts.takeOne(draft);
    },
    moveAlerts({ commandId, from, alertIds, to, reasons, comment }, by) {
      const draft = acts.draft({ commandId, key: from }, (refused) => {
        for (const key of to === null ? [from] : [from, to]) {
          const incident = mirror.get(key);
          if (incident === undefined) return refused(noIncident(key));
          const capability = incidentCan.moveAlerts(incident);
          if (!capability.allowed) return refused(capability.reason);
        }
        const act: CommandAct = { kind: 'moveAlerts', alertIds, to, moveReasons: reasons, comment };
        return newCommand({ id: commandId, incidentKey: from, act, by, at: now(), owner: 'defender' });
      });
      return acts.takeOne(draft);
    },
  };
}
