/** An automation rule of the workspace, and the playbooks it may start. */
import type { SentinelAutomationRuleRequest } from '@/lib/wire/sentinel/automation-rule';
import type { Shelved } from '@/mocks/store/shelf';

export type AutomationRuleFields = SentinelAutomationRuleRequest['properties'];
export type AutomationRuleRecord = Shelved<AutomationRuleFields>;

/** What a playbook does to an incident, in order. A Logic App's own definition is beyond this tenant. */
export type PlaybookStep =
  | { readonly does: 'comment'; readonly text: string }
  | { readonly does: 'tag'; readonly tag: string }
  | { readonly does: 'task'; readonly title: string; readonly description: string };

export type PlaybookRunStatus = 'Running' | 'Succeeded' | 'Failed';

/** One run of a Logic App, for an incident. */
export type LogicAppRun = {
  /** As Logic Apps numbers its runs. */
  readonly id: string;
  readonly startedAt: string;
  endedAt: string | null;
  status: PlaybookRunStatus;
  /** Null while it runs and when it went well. */
  problem: string | null;
  /** The automation rule that started it, or a person. */
  readonly startedBy: string;
  /** The Sentinel incident by its ARM name; null for a run on an entity. */
  readonly incident: string | null;
};

export type PlaybookRecord = {
  /** The workflow's name; its ARM id follows from it. */
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly steps: readonly PlaybookStep[];
  /** How long a run takes. */
  readonly durationMs: number;
  /** The newest last. */
  runs: LogicAppRun[];
};
