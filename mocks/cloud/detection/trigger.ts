/** Whether so many rows raise an alert. */
import type { SentinelScheduledRuleProperties } from '@/lib/wire/sentinel/alert-rule';

type Trigger = Pick<SentinelScheduledRuleProperties, 'triggerOperator' | 'triggerThreshold'>;

const tests: Record<Trigger['triggerOperator'], (count: number, threshold: number) => boolean> = {
  GreaterThan: (count, threshold) => count > threshold,
  LessThan: (count, threshold) => count < threshold,
  Equal: (count, threshold) => count === threshold,
  NotEqual: (count, threshold) => count !== threshold,
};

export const isTriggered = ({ triggerOperator, triggerThreshold }: Trigger, count: number): boolean =>
  tests[triggerOperator](count, triggerThreshold);
