/** What the workspace does by itself: analytics rules, automation rules and the playbooks they start. */
import { type AlertRules, createAlertRules } from '@/mocks/store/alert-rules';
import type { Clock } from '@/mocks/store/clock';
import type { Actor, EventBus } from '@/mocks/store/events';
import { createPlaybooks, type Playbooks } from '@/mocks/store/playbooks';
import type { AlertRuleBody, AlertRuleRecord } from '@/mocks/store/records/alert-rule-record';
import type { AutomationRuleFields, AutomationRuleRecord } from '@/mocks/store/records/automation-rule-record';
import { createRuleRuns, type RuleRuns } from '@/mocks/store/rule-runs';
import { createShelf, type Shelf } from '@/mocks/store/shelf';

export type RuleEvent =
  | { kind: 'alertRulePut'; rule: AlertRuleRecord; before: AlertRuleBody['properties'] | undefined; by: Actor }
  | { kind: 'alertRuleRemoved'; rule: AlertRuleRecord; by: Actor }
  | {
      kind: 'automationRuleChanged';
      before: AutomationRuleRecord | undefined;
      after: AutomationRuleRecord | undefined;
    };

export type Rules = {
  readonly alertRules: AlertRules;
  readonly automationRules: Shelf<AutomationRuleFields>;
  readonly playbooks: Playbooks;
  readonly ruleRuns: RuleRuns;
};

export function createRules(clock: Clock, bus: EventBus): Rules {
  return {
    alertRules: createAlertRules(clock, bus),
    automationRules: createShelf<AutomationRuleFields>(clock, (change) =>
      bus.emit({ kind: 'automationRuleChanged', ...change }),
    ),
    playbooks: createPlaybooks(clock),
    ruleRuns: createRuleRuns(clock, bus),
  };
}
