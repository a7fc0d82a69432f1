/** One history out of what the journal did, what the mirror saw, and what the systems say of themselves. */
import type { Alert } from '@/lib/domain/alert/alert';
import { changeText } from '@/lib/domain/incident/change-text';
import type { Command } from '@/lib/domain/incident/command';
import type { HistoryActor, HistoryEntry, HistoryTimes, SeenChange } from '@/lib/domain/incident/history';
import type { IncidentComment } from '@/lib/domain/incident/incident-detail';
import { changedFields } from '@/lib/domain/incident/paint';
import { type ChangeCommand, isChange } from '@/lib/domain/incident/sync-state';

/** A difference between two versions of Sentinel's own log of the incident. */
export type LoggedChange = {
  what: SeenChange['what'];
  from: string;
  to: string;
  by: string | null;
  changedAt: string;
  ingestedAt: string | null;
};

/** What the history of one incident is put together from. */
export type HistorySources = {
  /** Of this incident, oldest first. */
  commands: readonly Command[];
  seen: readonly SeenChange[];
  logged: readonly LoggedChange[];
  comments: readonly IncidentComment[];
  alerts: readonly Alert[];
  /** Names of the people who work here, UPNs and display names. */
  people: ReadonlySet<string>;
};

const noTimes: HistoryTimes = { event: null, created: null, ingested: null, synced: null };
/** Microsoft's clock and ours. */
const skewMs = 2 * 60_000;
/** Two tellings of one change; the log's times are cut differently than the API's. */
const sameMomentMs = 1_000;

/** What Microsoft writes as the one who changed something, as a kind of actor. */
export function actorNamed(name: string | null, people: ReadonlySet<string>): HistoryActor {
  if (name === null || name === '') return { kind: 'unknown', name: null };
  const made = /^(Automation rule|Playbook) - (.*)$/su.exec(name);
  if (made !== null) return { kind: made[1] === 'Playbook' ? 'playbook' : 'rule', name: made[2] ?? name };
  // https://learn.microsoft.com/azure/sentinel/automation/automation names both.
  if (name === 'Microsoft XDR' || name === 'Microsoft 365 Defender') return { kind: 'sync', name };
  if (name.includes('@') || people.has(name.toLowerCase())) return { kind: 'analyst', name };
  return { kind: /^(API-|Microsoft )/u.test(name) ? 'system' : 'unknown', name };
}

const analyst = ({ by }: Command): HistoryActor => ({ kind: 'analyst', name: by.displayName ?? by.name });

function timesOf(command: Command): HistoryTimes {
  return { ...noTimes, event: command.createdAt, created: command.acceptedAt, synced: command.settledAt };
}

function entryOf(
  command: Command,
  told: Pick<HistoryEntry, 'what' | 'from' | 'to'>,
  extra: Partial<HistoryEntry> = {},
): HistoryEntry {
  return {
    at: command.createdAt,
    ...told,
    by: analyst(command),
    system: 'onequeue',
    commandId: command.id,
    state: command.state,
    times: timesOf(command),
    ...extra,
  };
}

function fromCommand(command: Command): HistoryEntry[] {
  const { act } = command;
  switch (act.kind) {
    case 'change':
      return changedFields(act.changes).map((what) =>
        entryOf(command, {
          what,
          from: changeText(what, act.before),
          to: changeText(what, act.changes),
        }),
      );
    case 'comment':
      return [entryOf(command, { what: 'comment', from: null, to: act.text })];
    case 'task': {
      const words = (task: typeof act.before) =>
        task === null ? null : `${task.title}${task.status === 'completed' ? ' (completed)' : ''}`;
      return [entryOf(command, { what: 'task', from: words(act.before), to: words(act.wanted) })];
    }
    case 'merge':
      return [entryOf(command, { what: 'merge', from: act.sources.join(', '), to: act.survivor })];
    case 'moveAlerts':
      return [entryOf(command, { what: 'alerts', from: act.alertIds.join(', '), to: act.to })];
    default:
      // Acts upon alerts have a history of their own.
      return [];
  }
}

/** A verdict's reason or determination is derived on the other side: only the classification is the same word. */
function sameText(what: SeenChange['what'], left: string | null, right: string | null): boolean {
  const plain = (text: string | null) => (what === 'verdict' ? (text ?? '').split(' / ')[0] : text);
  return plain(left) === plain(right);
}

/** The command that a system's new value comes from. */
function causeOf(change: SeenChange, commands: readonly Command[]): ChangeCommand | undefined {
  const at = Date.parse(change.changedAt ?? change.syncedAt);
  return commands
    .filter(isChange)
    .findLast(
      (command) =>
        command.sentAt !== null &&
        Date.parse(command.sentAt) - skewMs <= at &&
        changedFields(command.act.changes).some(
          (what) => what === change.what && sameText(what, change.to, changeText(what, command.act.changes)),
        ),
    );
}

function actorOf(
  change: SeenChange,
  cause: ChangeCommand | undefined,
  logged: LoggedChange | undefined,
  people: ReadonlySet<string>,
) {
  if (cause === undefined) return actorNamed(change.by ?? logged?.by ?? null, people);
  return change.system === cause.owner ? analyst(cause) : actorNamed('Microsoft XDR', people);
}

function fromSeen(change: SeenChange, sources: HistorySources, logged: LoggedChange | undefined): HistoryEntry {
  const cause = causeOf(change, sources.commands);
  return {
    at: change.changedAt ?? change.syncedAt,
    what: change.what,
    from: change.from,
    to: change.to,
    by: actorOf(change, cause, logged, sources.people),
    system: change.system,
    commandId: cause?.id ?? null,
    state: null,
    times: {
      event: null,
      created: change.changedAt,
      ingested: logged?.ingestedAt ?? null,
      synced: change.syncedAt,
    },
  };
}

function fromLog(logged: LoggedChange, people: ReadonlySet<string>): HistoryEntry {
  return {
    at: logged.changedAt,
    what: logged.what,
    from: logged.from,
    to: logged.to,
    by: actorNamed(logged.by, people),
    system: 'sentinel',
    commandId: null,
    state: null,
    times: { ...noTimes, created: logged.changedAt, ingested: logged.ingestedAt },
  };
}

/** A comment of ours is told by its command. */
function fromComment(comment: IncidentComment, people: ReadonlySet<string>): HistoryEntry {
  const named = actorNamed(comment.author, people);
  return {
    at: comment.createdAt,
    what: 'comment',
    from: null,
    to: comment.text,
    by: named,
    system: comment.system,
    commandId: null,
    state: null,
    times: { ...noTimes, created: comment.createdAt },
  };
}

function fromAlert(alert: Alert): HistoryEntry {
  return {
    at: alert.createdAt,
    what: 'alerts',
    from: null,
    to: alert.title,
    by: { kind: 'system', name: alert.productName },
    system: alert.systems[0] ?? 'defender',
    commandId: null,
    state: null,
    times: { ...noTimes, event: alert.firstActivityAt, created: alert.createdAt },
  };
}

/** Entities become known with the evidence of an alert; each is told once, when it first appears. */
function fromEntities(alerts: readonly Alert[]): HistoryEntry[] {
  const first = new Map<string, HistoryEntry>();
  for (const alert of alerts) {
    for (const { entity, createdAt } of alert.evidence) {
      const at = createdAt ?? alert.createdAt;
      if ((first.get(entity.id)?.at ?? '~') <= at) continue;
      first.set(entity.id, { ...fromAlert(alert), at, what: 'entities', to: entity.label });
    }
  }
  return [...first.values()];
}

/** Newest first. */
export function assembleHistory(sources: HistorySources): HistoryEntry[] {
  const { commands, seen, logged, comments, alerts, people } = sources;
  const told = new Set<LoggedChange>();
  const loggedOf = (change: SeenChange) => {
    const same = logged.find(
      (each) =>
        change.system === 'sentinel' &&
        each.what === change.what &&
        each.to === change.to &&
        Math.abs(Date.parse(each.changedAt) - Date.parse(change.changedAt ?? '')) <= sameMomentMs,
    );
    if (same !== undefined) told.add(same);
    return same;
  };
  const ours = new Set(
    commands.flatMap(({ act, state }) => (act.kind === 'comment' && state === 'confirmed' ? [act.text] : [])),
  );
  return [
    ...commands.flatMap(fromCommand),
    ...seen.map((change) => fromSeen(change, sources, loggedOf(change))),
    ...logged.filter((each) => !told.has(each)).map((each) => fromLog(each, people)),
    ...comments
      .filter(({ state, text }) => state === 'confirmed' && !ours.has(text))
      .map((comment) => fromComment(comment, people)),
    ...alerts.map(fromAlert),
    ...fromEntities(alerts),
  ].sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0));
}
