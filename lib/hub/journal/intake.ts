/** What analysts ask for by name and value: changes, alone or by the hundred, and comments. */
import { randomUUID } from 'node:crypto';
import type { ActOutcome, ActRequest, Overtaken } from '@/lib/domain/incident/act';
import { type Capability, incidentCan } from '@/lib/domain/incident/capabilities';
import type { CommandReceipt } from '@/lib/domain/incident/command';
import type { Assignee, Incident, IncidentChanges, SyncedField } from '@/lib/domain/incident/incident';
import type { IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';
import { editTags, overtakenFields, valuesWith } from '@/lib/domain/incident/overtaken';
import { changedFields, currentValues } from '@/lib/domain/incident/paint';
import { fieldText } from '@/lib/domain/incident/same-field';
import type { ChangeManyRequest, ChangeRequest, CommentRequest } from '@/lib/hub/hub';
import { HubError, noIncident } from '@/lib/hub/hub-error';
import type { Acts, Draft } from '@/lib/hub/journal/acts';
import type { Journal } from '@/lib/hub/journal/journal';
import { newCommand, ownerOf } from '@/lib/hub/journal/new-command';
import type { Mirror } from '@/lib/hub/mirror/mirror';

/** `find` brings incidents into the mirror that it does not have yet. */
export type IntakeOptions = {
  now: () => Date;
  mirror: Mirror;
  journal: Journal;
  acts: Acts;
  find: (text: string) => Promise<IncidentResolveReply>;
};

export type Intake = {
  change(request: ChangeRequest, by: Assignee): Promise<ActOutcome>;
  changeMany(request: ChangeManyRequest, by: Assignee): Promise<{ outcomes: ActOutcome[] }>;
  addComment(request: CommentRequest, by: Assignee): Promise<CommandReceipt>;
};

const ruleOf: Partial<Record<SyncedField, (incident: Incident) => Capability>> = {
  status: incidentCan.changeStatus,
  severity: incidentCan.changeSeverity,
  assignee: incidentCan.assign,
  verdict: incidentCan.classify,
  tags: incidentCan.tag,
};

/** Why these fields cannot be changed; null when they can. */
export function objection(incident: Incident, changes: IncidentChanges): string | null {
  for (const field of changedFields(changes)) {
    const capability = ruleOf[field]?.(incident);
    if (capability?.allowed === false) return capability.reason;
  }
  return null;
}

/** What cannot be done is an outcome; `addComment` alone rejects, with `notFound`. */
export function createIntake({ now, mirror, journal, acts, find }: IntakeOptions): Intake {
  /** Makes sure that the mirror has the incident, if there is one. Answers the key it goes by. */
  async function lookUp(key: string): Promise<string> {
    if (mirror.get(key) !== undefined) return key;
    const reply = await find(key);
    return reply.kind === 'found' ? reply.key : key;
  }

  function overtaken(incident: Incident, field: SyncedField, changes: IncidentChanges): Overtaken {
    const command = journal.latestChange(incident.key, field);
    const newest = mirror.faces(incident.key)?.defender;
    const ours = command !== undefined && command.state !== 'confirmed';
    return {
      field,
      yours: fieldText(field, valuesWith(incident, changes)),
      theirs: fieldText(field, incident),
      by: ours ? (command.by.displayName ?? command.by.name) : (newest?.modifiedBy ?? null),
      at: ours ? command.createdAt : incident.updatedAt,
    };
  }

  function draftOf(act: ActRequest, by: Assignee, more: { reason: string | null; batchId: string | null }): Draft {
    const { commandId, key, seen } = act;
    return acts.draft({ commandId, key }, (refused) => {
      const incident = mirror.get(key);
      if (incident === undefined) return refused(noIncident(key));
      const reason = objection(incident, act.changes);
      if (reason !== null) return refused(reason);
      const fields = seen === null || act.overwrite ? [] : overtakenFields(incident, seen, act.changes);
      if (fields.length > 0) {
        return {
          outcome: 'overtaken',
          commandId,
          incident,
          fields: fields.map((field) => overtaken(incident, field, act.changes)),
        };
      }
      const { tags } = act.changes;
      const changes =
        tags === undefined || seen?.tags === undefined
          ? act.changes
          : { ...act.changes, tags: editTags(incident.tags, seen.tags, tags) };
      return newCommand({
        ...more,
        id: commandId,
        incidentKey: key,
        act: { kind: 'change', changes, before: currentValues(incident, changes) },
        by,
        at: now(),
        owner: ownerOf(mirror.faces(key)),
      });
    });
  }

  return {
    async change({ reason, ...act }, by) {
      const key = await lookUp(act.key);
      return acts.takeOne(draftOf({ ...act, key }, by, { reason, batchId: null }));
    },
    async changeMany({ acts: requests, reason }, by) {
      const more = { reason, batchId: randomUUID() };
      // Rows of a list are in the mirror already; looking hundreds of others up would be a request each.
      return { outcomes: await acts.take(requests.map((act) => draftOf(act, by, more))) };
    },
    async addComment({ commandId, key: asked, text }, by) {
      const key = await lookUp(asked);
      const draft = acts.draft({ commandId, key }, (refused) => {
        if (mirror.get(key) === undefined) return refused(noIncident(key));
        const owner = ownerOf(mirror.faces(key));
        return newCommand({ id: commandId, incidentKey: key, act: { kind: 'comment', text }, by, at: now(), owner });
      });
      const outcome = await acts.takeOne(draft);
      if (outcome.outcome !== 'stored')
        throw new HubError('notFound', outcome.outcome === 'refused' ? outcome.reason : '');
      return { commandId, incident: outcome.incident };
    },
  };
}
