/**
 * What the rest of the server may ask of the hub. There is one hub per process: it alone talks to Microsoft for the
 * incidents, because the quotas are per tenant and not per analyst.
 */
import type { HuntingSchema } from '@/lib/domain/hunting/hunting-schema';
import type { HuntingOutcome } from '@/lib/domain/hunting/result-table';
import type { ActOutcome, ActRequest } from '@/lib/domain/incident/act';
import type { ClosePreflight } from '@/lib/domain/incident/close-preflight';
import type { Command, CommandReceipt } from '@/lib/domain/incident/command';
import type { FeedEvent } from '@/lib/domain/incident/feed-event';
import type { ChangesSince, IncidentHistory } from '@/lib/domain/incident/history';
import type { Assignee, SyncedField } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import type { IncidentDetailReply, IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';
import type { IncidentInvestigations } from '@/lib/domain/incident/investigation';
import type { MergePreview } from '@/lib/domain/incident/merge-preview';
import type { IncidentTasks, TaskChange } from '@/lib/domain/incident/task';
import type { Workplace } from '@/lib/domain/session/session';
import type { System } from '@/lib/domain/source/source';
import type { TraceReply } from '@/lib/domain/trace/trace';
import type { AlertQueue } from '@/lib/hub/alerts/alert-queue';
import type { RuleDesk } from '@/lib/hub/rules/rule-desk';
import type { HandOverDesk } from '@/lib/hub/shelves/hand-over-desk';
import type { KeyShelf } from '@/lib/hub/shelves/key-shelf';
import type { ViewShelf } from '@/lib/hub/shelves/view-shelf';
import type { SyncDesk } from '@/lib/hub/sync/sync-desk';

/** `reason` is what the analyst gave as one, for the record. */
export type ChangeRequest = ActRequest & { reason: string | null };
/** At most `mostActs`, each on its own: what becomes of one says nothing of the others. */
export type ChangeManyRequest = { acts: readonly ActRequest[]; reason: string | null };
/** `commandId` is a GUID of the caller's making: the same id twice is one command. */
export type CommentRequest = { commandId: string; key: string; text: string };
/** `commandId` as above. */
export type TaskRequest = { commandId: string; key: string } & TaskChange;
/** `reasons` are members of Graph's `correlationReason`. */
export type MergeRequest = {
  commandId: string;
  survivor: string;
  sources: string[];
  reasons: string[];
  comment: string | null;
};
/** `to` null: into a new incident. */
export type MoveAlertsRequest = {
  commandId: string;
  from: string;
  alertIds: string[];
  to: string | null;
  reasons: string[];
  comment: string | null;
};

/** `keep` is the system whose value both shall have. `commandId` as above. */
export type SettleDriftRequest = { commandId: string; key: string; field: SyncedField; keep: System };
/** `timespan` is ISO 8601: a duration (`P1D`) or an interval (`start/end`); null leaves it to the query text. */
export type QueryRequest = { text: string; timespan: string | null };

export type Hub = {
  /** The queue from memory; never waits for Microsoft. */
  list(): IncidentList;
  /** One incident with its alerts, entities and comments. Parts that could not be read are listed in `failures`. */
  detail(key: string): Promise<IncidentDetailReply>;
  /** The incident that a typed id or pasted portal URL means. */
  resolve(text: string): Promise<IncidentResolveReply>;
  /** The alert queue and what is asked of it. */
  alerts: AlertQueue;
  /** Resolves once the act is stored (or not taken); sending and confirming follow in the background. */
  change(request: ChangeRequest, by: Assignee): Promise<ActOutcome>;
  /** One transaction, one event for the browsers, an outcome for each act in their order. */
  changeMany(request: ChangeManyRequest, by: Assignee): Promise<{ outcomes: ActOutcome[] }>;
  addComment(request: CommentRequest, by: Assignee): Promise<CommandReceipt>;
  /** What Sentinel still wants done about it, with what is under way from here. */
  tasks(key: string): Promise<IncidentTasks>;
  /** Only of incidents that Sentinel alone has. */
  changeTask(request: TaskRequest, by: Assignee): Promise<ActOutcome>;
  /**
   * New commands with the old values; refused where somebody has changed the field since. `through`: written to that
   * system, where both know the incident, instead of the one that changes usually go to.
   */
  undo(commandIds: readonly string[], by: Assignee, through?: System | null): Promise<{ outcomes: ActOutcome[] }>;
  /** Sends refused commands again. */
  retry(commandIds: readonly string[], by: Assignee): Promise<{ outcomes: ActOutcome[] }>;
  /** What merging would do. Rejects when fewer than two of them can be merged at all. */
  mergePreview(keys: readonly string[], survivor: string | null): Promise<MergePreview>;
  merge(request: MergeRequest, by: Assignee): Promise<ActOutcome>;
  moveAlerts(request: MoveAlertsRequest, by: Assignee): Promise<ActOutcome>;
  /** What is still open about incidents that are to be closed, in no particular order. */
  closePreflight(keys: readonly string[]): Promise<ClosePreflight[]>;
  /** The systems disagree: writes the chosen one's value to both. */
  settleDrift(request: SettleDriftRequest, by: Assignee): Promise<ActOutcome>;
  /** Automated investigations on its devices. Parts that could not be read say so. */
  investigations(key: string): Promise<IncidentInvestigations>;
  /** Everything that is known to have happened, newest first; of a merged incident, what happened to its survivor. */
  history(key: string): Promise<IncidentHistory>;
  /** What happened to an incident until it was merged into another. Rejects when it was not. */
  mergedHistory(key: string): Promise<IncidentHistory>;
  /** What is new since this time (ISO 8601). */
  changesSince(key: string, at: string): Promise<ChangesSince>;
  /** When this person last looked at it; null when never. */
  lastSeen(key: string, by: Assignee): Promise<string | null>;
  /** Remembers that this person looks at it now; answers when they did so before. */
  seen(key: string, by: Assignee): Promise<{ before: string | null }>;
  /** In the order of the ids; unknown ones are left out. */
  commands(ids: readonly string[]): Promise<Command[]>;
  /** What shifts leave to the next. */
  handOvers: HandOverDesk;
  /** Why a rule, alert or incident is, or is not, in the queue. Parts that could not be read say so in their step. */
  trace(text: string): Promise<TraceReply>;
  /** The workspace's analytics rules. */
  rules: RuleDesk;
  /** How the sync between the two systems is set, and how it goes. */
  sync: SyncDesk;
  runQuery(request: QueryRequest, signal: AbortSignal): Promise<HuntingOutcome>;
  huntingSchema(): Promise<HuntingSchema>;
  /** Who an incident can be assigned to. */
  assignable(): Promise<Assignee[]>;
  /** Groups that work on incidents, which own them as people do. */
  assignableGroups(): Promise<Assignee[]>;
  /** Those of them that this person is in; empty while the directory cannot be read. */
  groupsOf(person: Assignee): Promise<Assignee[]>;
  /** Any groups of the directory, by beginnings of words of their names; at most a screenful. */
  findGroups(words: string): Promise<Assignee[]>;
  /** Which tenant and workspace this console works for. */
  workplace(): Promise<Workplace>;
  /** UPN of the analyst at this console, when nothing says that it is somebody else. */
  user: string;
  /** The person with this UPN, at once: the bare name until the directory has answered. */
  person(upn: string): Assignee;
  /** The same, waiting for the directory. */
  lookUp(upn: string): Promise<Assignee>;
  /** Keys that each analyst chose. */
  keys: KeyShelf;
  /** Saved views of the queues, and who was here when. */
  views: ViewShelf;
  /** Events after `afterSeq` (null: from now on), first a `clock`; a `reset` when the gap cannot be filled. */
  feed(afterSeq: number | null, signal: AbortSignal): AsyncIterable<FeedEvent>;
  close(): Promise<void>;
};
