/** Puts together what a shift leaves behind, from the queue, the journal and what the mirror saw change. */
import type { HandOverChange, HandOverFacts, HandOverLine, Shift } from '@/lib/domain/hand-over/hand-over';
import { changeText } from '@/lib/domain/incident/change-text';
import type { Command } from '@/lib/domain/incident/command';
import type { SeenChange } from '@/lib/domain/incident/history';
import type { Incident, SyncedField } from '@/lib/domain/incident/incident';
import { isOpen } from '@/lib/domain/incident/is-open';
import { changedFields } from '@/lib/domain/incident/paint';
import type { SourceHealth } from '@/lib/domain/source/source';

/** Everything that saw the shift; the caller reads it, this only arranges it. */
export type ShiftWitness = {
  incidents: readonly Incident[];
  /** Of the shift. */
  seen: readonly SeenChange[];
  /** Of the shift, and what is still under way. */
  commands: readonly Command[];
  health: readonly SourceHealth[];
};

const within = (at: string | null, { from, to }: Shift): boolean => at !== null && at >= from && at < to;
const nameOf = ({ by }: Command): string => by.displayName ?? by.name;

function changesOfCommand(command: Command): (HandOverChange & { field: SyncedField | null })[] {
  const { act, createdAt } = command;
  const by = nameOf(command);
  if (act.kind === 'comment') return [{ at: createdAt, what: 'comment', from: null, to: act.text, by, field: null }];
  if (act.kind === 'merge')
    return [{ at: createdAt, what: 'merge', from: act.sources.join(', '), to: act.survivor, by, field: null }];
  if (act.kind !== 'change') return [];
  return changedFields(act.changes).map((field) => ({
    at: createdAt,
    what: field,
    from: changeText(field, act.before),
    to: changeText(field, act.changes),
    by,
    field,
  }));
}

/** What analysts did here, and what happened elsewhere; a change that the mirror saw because of an act is told once. */
function changesByKey({ seen, commands }: ShiftWitness, shift: Shift): Map<string, HandOverChange[]> {
  const byKey = new Map<string, HandOverChange[]>();
  const ours = new Set<string>();
  const add = (key: string, change: HandOverChange) => {
    byKey.set(key, [...(byKey.get(key) ?? []), change]);
  };
  for (const command of commands) {
    if (!within(command.createdAt, shift)) continue;
    for (const { field, ...change } of changesOfCommand(command)) {
      add(command.incidentKey, change);
      if (field !== null && change.to !== null) ours.add(`${command.incidentKey} ${field} ${change.to}`);
    }
  }
  const told = new Set<string>();
  for (const { key, what, from, to, by, changedAt, syncedAt } of seen) {
    // Both systems show the same change, each in its own time.
    const name = `${key} ${what} ${to ?? ''}`;
    if (ours.has(name) || told.has(name)) continue;
    told.add(name);
    add(key, { at: changedAt ?? syncedAt, what, from, to, by });
  }
  for (const changes of byKey.values()) changes.sort((left, right) => left.at.localeCompare(right.at));
  return byKey;
}

function troubleOf({ incidents, commands, health }: ShiftWitness, shift: Shift): string[] {
  const refused = commands
    .filter((command) => command.state === 'refused' && within(command.createdAt, shift))
    .map(
      (command) => `#${command.incidentKey}: ${nameOf(command)}’s act was refused: ${command.failure?.message ?? ''}`,
    );
  const waiting = commands
    .filter(({ state }) => state === 'queued' || state === 'sending')
    .map((command) => `#${command.incidentKey}: ${nameOf(command)}’s act of ${command.createdAt} has not arrived yet.`);
  const drifted = incidents.flatMap(({ key, sync }) => {
    const fields = Object.entries(sync).flatMap(([field, { state }]) => (state === 'drifted' ? [field] : []));
    return fields.length === 0 ? [] : [`#${key}: Defender and Sentinel differ in ${fields.join(', ')}.`];
  });
  const failing = health.flatMap(({ system, failingSince, reason }) =>
    failingSince === null ? [] : [`${system} has not answered since ${failingSince}: ${reason ?? ''}`],
  );
  return [...failing, ...refused, ...waiting, ...drifted];
}

/** Incidents are told as they stand now, whatever they were when the shift ended. */
export function shiftFacts(witness: ShiftWitness, shift: Shift): HandOverFacts {
  const changes = changesByKey(witness, shift);
  const lineOf = (incident: Incident): HandOverLine => ({
    key: incident.key,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    assignee: incident.assignee?.displayName ?? incident.assignee?.name ?? null,
    changes: changes.get(incident.key) ?? [],
  });
  const arrived = witness.incidents.filter(({ createdAt }) => within(createdAt, shift));
  const bySeverity: HandOverFacts['arrived']['bySeverity'] = {};
  for (const { severity } of arrived) bySeverity[severity] = (bySeverity[severity] ?? 0) + 1;
  const touched = (incident: Incident): boolean => changes.has(incident.key);
  const wasResolved = (incident: Incident): boolean =>
    incident.status === 'resolved' && (changes.get(incident.key) ?? []).some(({ what }) => what === 'status');
  const unfinished = (incident: Incident): boolean => isOpen(incident) && incident.assignee !== null;
  const unassignedHigh = (incident: Incident): boolean =>
    isOpen(incident) && incident.assignee === null && incident.severity === 'high';
  const lines = (test: (incident: Incident) => boolean): HandOverLine[] => witness.incidents.filter(test).map(lineOf);
  return {
    shift,
    arrived: {
      incidents: arrived.length,
      alerts: arrived.reduce((sum, { alertCount }) => sum + alertCount, 0),
      bySeverity,
    },
    resolved: lines(wasResolved),
    unfinished: lines((incident) => unfinished(incident) && (touched(incident) || incident.status === 'inProgress')),
    unassignedHigh: lines(unassignedHigh),
    changed: lines(
      (incident) => touched(incident) && !wasResolved(incident) && !unfinished(incident) && !unassignedHigh(incident),
    ),
    trouble: troubleOf(witness, shift),
  };
}
