/** Runs of scheduled rules that somebody asked for. The run itself is the detection's business. */
import { guidOf } from '@/lib/base/random';
import type { SentinelRuleRunState } from '@/lib/wire/sentinel/rule-run';
import type { Clock } from '@/mocks/store/clock';
import type { EventBus } from '@/mocks/store/events';

export type RuleRunRecord = {
  readonly name: string;
  /** The rule by its ARM name. */
  readonly rule: string;
  /** The rule runs as if it were then. */
  readonly executionTime: string;
  readonly createdBy: string;
  readonly createdAt: string;
  state: SentinelRuleRunState;
  /** When it really ran; null before. */
  ranAt: string | null;
};

export type RuleRunEvent = { kind: 'ruleRunAsked'; run: RuleRunRecord };

export type RuleRuns = {
  /** The newest first. */
  all(): readonly RuleRunRecord[];
  byName(name: string): RuleRunRecord | undefined;
  ask(rule: string, executionTime: string, createdBy: string): RuleRunRecord;
};

export function createRuleRuns(clock: Clock, bus: EventBus): RuleRuns {
  const records: RuleRunRecord[] = [];
  return {
    all: () => records,
    byName: (name) => records.find((record) => record.name === name.toLowerCase()),
    ask: (rule, executionTime, createdBy) => {
      const name = guidOf(`contoso/triggered-rule-run/${records.length}`);
      const createdAt = clock.iso();
      const run: RuleRunRecord = { name, rule, executionTime, createdBy, createdAt, state: 'Accepted', ranAt: null };
      records.unshift(run);
      bus.emit({ kind: 'ruleRunAsked', run });
      return run;
    },
  };
}
