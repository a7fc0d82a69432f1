/**
 * What the rest of the server may ask of the hub. There is one hub per process: it alone talks to Microsoft for the
 * incidents, because the quotas are per tenant and not per analyst.
 */
import type { HuntingSchema } from '@/lib/domain/hunting/hunting-schema';
import type { HuntingOutcome } from '@/lib/domain/hunting/result-table';
import type { CommandReceipt } from '@/lib/domain/incident/command';
import type { FeedEvent } from '@/lib/domain/incident/feed-event';
import type { Assignee, IncidentChanges } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import type { IncidentDetailReply, IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';
import type { Session } from '@/lib/domain/session/session';
import type { AlertQueue } from '@/lib/hub/alerts/alert-queue';

/** `commandId` is a GUID of the caller's making: the same id twice is one command. */
export type ChangeRequest = { commandId: string; key: string; changes: IncidentChanges; reason: string | null };
export type CommentRequest = { commandId: string; key: string; text: string };
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
  /** Resolves once the command is stored; sending and confirming follow in the background. */
  change(request: ChangeRequest): Promise<CommandReceipt>;
  addComment(request: CommentRequest): Promise<CommandReceipt>;
  /** Sends a refused command again. */
  retry(commandId: string): Promise<CommandReceipt>;
  runQuery(request: QueryRequest, signal: AbortSignal): Promise<HuntingOutcome>;
  huntingSchema(): Promise<HuntingSchema>;
  /** Who an incident can be assigned to. */
  assignable(): Promise<Assignee[]>;
  session(): Promise<Session>;
  /** Events after `afterSeq` (null: from now on), first a `clock`; a `reset` when the gap cannot be filled. */
  feed(afterSeq: number | null, signal: AbortSignal): AsyncIterable<FeedEvent>;
  close(): Promise<void>;
};
