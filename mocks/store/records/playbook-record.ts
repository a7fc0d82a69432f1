/** A Logic App that Sentinel may start, and what its runs left behind. */
import type { LogicAppsRunStatus } from '@/lib/wire/logic-apps/workflow-run';
import type { Author } from '@/mocks/store/shelf';

/** Which of Sentinel's three triggers it begins with: each playbook has exactly one. */
export type PlaybookTrigger = 'incident' | 'alert' | 'entity';

/** What a playbook does, in order; its Logic Apps definition follows from it. */
export type PlaybookStep =
  | { readonly does: 'comment'; readonly text: string }
  | { readonly does: 'tag'; readonly tag: string }
  | { readonly does: 'task'; readonly title: string; readonly description: string }
  /** Isolates the devices that the incident, the alert or the entity names. */
  | { readonly does: 'isolate' };

export type PlaybookTarget =
  | { readonly kind: 'incident'; readonly name: string }
  /** By its id in Graph. */
  | { readonly kind: 'alert'; readonly id: string }
  /** In the course of an incident, perhaps. */
  | { readonly kind: 'entity'; readonly name: string; readonly incident: string | null };

export type LogicAppStepRun = {
  readonly name: string;
  startedAt: string | null;
  endedAt: string | null;
  status: LogicAppsRunStatus;
  /** `Code: text`; null when there is nothing to say. */
  problem: string | null;
};

export type LogicAppRun = {
  /** As Logic Apps numbers its runs. */
  readonly id: string;
  readonly startedAt: string;
  endedAt: string | null;
  status: LogicAppsRunStatus;
  /** Null while it runs and when it went well. */
  problem: string | null;
  /** The automation rule that started it, or a person. */
  readonly startedBy: string;
  /** Null when somebody ran the trigger without anything to run on. */
  readonly on: PlaybookTarget | null;
  /** The Sentinel incident it is about, by its ARM name. */
  readonly incident: string | null;
  readonly steps: readonly LogicAppStepRun[];
};

export type PlaybookRecord = {
  /** The workflow's name; its ARM id follows from it. */
  readonly name: string;
  readonly description: string;
  readonly trigger: PlaybookTrigger;
  enabled: boolean;
  readonly createdAt: string;
  changedAt: string;
  readonly steps: readonly PlaybookStep[];
  /** How long a run takes. */
  readonly durationMs: number;
  /** The newest last. */
  runs: LogicAppRun[];
};

/** A playbook that somebody started by hand. */
export type PlaybookRun = {
  readonly id: string;
  readonly at: string;
  readonly logicAppId: string;
  readonly on: PlaybookTarget | null;
  readonly by: Author;
};
