/** Takes what an analyst asks for: checked, stored, shown, and only then sent. */

import { type Capability, incidentCan } from '@/lib/domain/incident/capabilities';
import type { Command, CommandAct, CommandReceipt } from '@/lib/domain/incident/command';
import type { Assignee, Incident, IncidentChanges, SyncedField } from '@/lib/domain/incident/incident';
import type { IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';
import { changedFields, currentValues } from '@/lib/domain/incident/paint';
import type { ChangeRequest, CommentRequest } from '@/lib/hub/hub';
import { HubError } from '@/lib/hub/hub-error';
import type { Journal } from '@/lib/hub/journal';
import type { Mirror } from '@/lib/hub/mirror';
import type { Sender } from '@/lib/hub/sender';

export type IntakeOptions = {
  now: () => Date;
  mirror: Mirror;
  journal: Journal;
  sender: Sender;
  find: (text: string) => Promise<IncidentResolveReply>;
  /** The analyst. */
  me: () => Assignee;
  /** Shows an incident as it is now to every browser. */
  show: (key: string) => void;
};

export type Intake = {
  change(request: ChangeRequest): Promise<CommandReceipt>;
  addComment(request: CommentRequest): Promise<CommandReceipt>;
  retry(commandId: string): Promise<CommandReceipt>;
};

const ruleOf: Partial<Record<SyncedField, (incident: Incident) => Capability>> = {
  status: incidentCan.changeStatus,
  severity: incidentCan.changeSeverity,
  assignee: incidentCan.assign,
  verdict: incidentCan.classify,
  tags: incidentCan.tag,
};

function checkAllowed(incident: Incident, changes: IncidentChanges): void {
  for (const field of changedFields(changes)) {
    const capability = ruleOf[field]?.(incident);
    if (capability?.allowed === false) throw new HubError('notAllowed', capability.reason);
  }
}

export function createIntake(options: IntakeOptions): Intake {
  const { now, mirror, journal, sender, find, me, show } = options;

  async function incidentOf(key: string): Promise<Incident> {
    const known = mirror.get(key);
    if (known !== undefined) return known;
    const reply = await find(key);
    const found = reply.kind === 'found' ? mirror.get(reply.key) : undefined;
    if (found !== undefined) return found;
    throw new HubError('notFound', `There is no incident ${key} in Defender or Sentinel.`);
  }

  function receipt(command: Command): CommandReceipt {
    const incident = mirror.get(command.incidentKey);
    if (incident === undefined) throw new HubError('notFound', `Incident ${command.incidentKey} is no longer listed.`);
    return { commandId: command.id, incident };
  }

  async function take(
    commandId: string,
    incident: Incident,
    act: CommandAct,
    reason: string | null,
  ): Promise<CommandReceipt> {
    const faces = mirror.faces(incident.key);
    const knownToDefender = faces !== null && (faces.defender !== null || faces.sentinel.twin !== null);
    const command: Command = {
      id: commandId,
      incidentKey: incident.key,
      act,
      by: me(),
      reason,
      state: 'queued',
      owner: knownToDefender ? 'defender' : 'sentinel',
      attempts: 0,
      createdAt: now().toISOString(),
      sentAt: null,
      acceptedAt: null,
      settledAt: null,
      failure: null,
    };
    await journal.add(command);
    show(incident.key);
    sender.pump(incident.key);
    return receipt(command);
  }

  return {
    async change({ commandId, key, changes, reason }) {
      const known = journal.get(commandId);
      if (known !== undefined) return receipt(known);
      const incident = await incidentOf(key);
      checkAllowed(incident, changes);
      return take(commandId, incident, { kind: 'change', changes, before: currentValues(incident, changes) }, reason);
    },
    async addComment({ commandId, key, text }) {
      const known = journal.get(commandId);
      if (known !== undefined) return receipt(known);
      return take(commandId, await incidentOf(key), { kind: 'comment', text }, null);
    },
    async retry(commandId) {
      const command = journal.get(commandId);
      if (command === undefined) throw new HubError('notFound', 'The console knows no such command.');
      if (command.state !== 'refused') return receipt(command);
      await journal.update({ ...command, state: 'queued', settledAt: null, failure: null }, 'asked for again');
      show(command.incidentKey);
      sender.pump(command.incidentKey);
      return receipt(command);
    },
  };
}
