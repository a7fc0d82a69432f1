/** What is asked about a rule that is being written, and what is answered. */
import type { QueryProblem, ResultColumn } from '@/lib/domain/hunting/result-table';
import type { GroupingChoice, Rule, RuleDraft } from '@/lib/domain/rule/rule';

/** Log Analytics would not run the query; problems carry their places in it. */
export type RefusedQuery = { kind: 'refused'; problems: QueryProblem[]; message: string; requestId: string | null };

/** The query over the time of one run. */
export type QueryCheck =
  | {
      kind: 'answered';
      columns: ResultColumn[];
      rows: number;
      /** Why there are not more rows; null when all are there. */
      cut: string | null;
      /** ISO 8601 UTC. */
      from: string;
      until: string;
    }
  | RefusedQuery;

/** What the rule would have done lately, run by run. */
export type RulePreview =
  | {
      kind: 'previewed';
      runs: number;
      /** How far back they go, in ms. */
      spanMs: number;
      /** Why they go no further back than that; null when it is a whole week. */
      limitedBy: 'runs' | 'rows' | null;
      quietRuns: number;
      rows: number;
      /** Runs whose rows were not all answered. */
      cutRuns: number;
      alerts: number;
      incidents: Readonly<Record<GroupingChoice, number>>;
    }
  | RefusedQuery;

/** A new rule, or the whole of a changed one. */
export type SaveRuleRequest = {
  /** A GUID of the browser's making for a new rule. */
  id: string;
  draft: RuleDraft;
  /** The state that the draft was made from; null for a new rule. */
  version: string | null;
};

/** `overtaken`: the rule was changed meanwhile and is as told now; null when it was deleted. */
export type RuleOutcome =
  | { outcome: 'saved'; rule: Rule }
  | { outcome: 'overtaken'; rule: Rule | null }
  | { outcome: 'refused'; reason: string };
