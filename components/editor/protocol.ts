/**
 * What the editor and its Kusto worker say to each other: numbered requests, an answer or a failure for each, and
 * cancellations. One map of calls types both sides.
 */
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import type { Diagnostic } from '@/lib/kql/diagnostic';
import type { Classification } from '@/lib/kql/editor/classifications';
import type { Completions } from '@/lib/kql/editor/completions';

export type Check = {
  /** Kusto's complaints, then our advice; each with its repairs. */
  problems: readonly Diagnostic[];
  /** Tables the query reads, so that the page can tell which API will answer. */
  tables: readonly string[];
};

export type KustoCalls = {
  /** Adds tables that the shipped catalogue lacks, such as a workspace's custom tables. Answers how many were new. */
  addTables: { ask: { tables: readonly TableSchema[] }; answer: number };
  /** `hasTimespan`: the request bounds the event time by itself. */
  check: { ask: { text: string; hasTimespan: boolean }; answer: Check };
  complete: { ask: { text: string; offset: number }; answer: Completions };
  hover: { ask: { text: string; offset: number }; answer: string | null };
  classify: { ask: { text: string }; answer: readonly Classification[] };
  format: { ask: { text: string }; answer: string };
};

export type KustoMethod = keyof KustoCalls;
export type Ask<M extends KustoMethod> = KustoCalls[M]['ask'];
export type Answer<M extends KustoMethod> = KustoCalls[M]['answer'];

export type KustoRequest = { [M in KustoMethod]: { id: number; method: M; ask: Ask<M> } }[KustoMethod];
export type KustoCancel = { cancel: number };
export type ToWorker = KustoRequest | KustoCancel;

export type KustoReply =
  | { id: number; ok: true; answer: Answer<KustoMethod> }
  | { id: number; ok: false; reason: string };
/** Sent once, when the parser is loaded and warm. */
export type KustoReady = { ready: true };
export type FromWorker = KustoReply | KustoReady;
