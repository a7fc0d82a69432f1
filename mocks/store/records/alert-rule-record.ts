/** An analytics rule of the workspace as the tenant keeps it, with what its runs left behind. */
import type { SentinelAlertRuleRequest } from '@/lib/wire/sentinel/alert-rule';

type WithoutStamp<Body> = Body extends unknown ? Omit<Body, 'etag'> : never;

/** `kind` and the properties of that kind, as a caller wrote them. */
export type AlertRuleBody = WithoutStamp<SentinelAlertRuleRequest>;
export type QueryRuleBody = Extract<AlertRuleBody, { kind: 'Scheduled' | 'NRT' }>;

export type AlertRuleActionRecord = {
  readonly name: string;
  logicAppResourceId: string;
  revision: number;
  changedAt: string;
};

/** One run, as the rule's page and `SentinelHealth` tell it. */
export type RuleRun = {
  /** When it ran. */
  readonly at: string;
  readonly status: 'Success' | 'Failure';
  /** The part of the past that it looked at. */
  readonly from: string;
  readonly until: string;
  readonly results: number;
  readonly alerts: number;
  /** Why it failed; empty text when it didn't. */
  readonly problem: string;
};

export type AlertRuleRecord = {
  /** The ARM resource name: a GUID, or what its maker chose. */
  readonly name: string;
  body: AlertRuleBody;
  actions: AlertRuleActionRecord[];
  lastModifiedUtc: string;
  /** Counts up with every change; the etag is made of it. */
  revision: number;
  /** Events before this instant were judged before the tenant's clock started: their alerts are told by the stories. */
  judgedUntil: string | null;
  /** The last fifty, newest last. */
  runs: RuleRun[];
  /** When it runs next, on the tenant's clock; null while it is off or has no query. */
  nextRunAt: string | null;
  /** Failures in a row that no repetition will heal. */
  permanentFailures: number;
  /** No alerts until then, after one with suppression. */
  quietUntil: string | null;
};

export const isQueryRule = (body: AlertRuleBody): body is QueryRuleBody =>
  body.kind === 'Scheduled' || body.kind === 'NRT';

/** What a rule of any kind is called. Fusion's name is Microsoft's. */
export const alertRuleTitle = ({ body }: AlertRuleRecord): string =>
  body.properties.displayName ?? 'Advanced Multistage Attack Detection';
