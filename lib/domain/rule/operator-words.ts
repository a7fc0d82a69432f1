/** How the number of rows is compared, as it is said before the number. */
import type { TriggerOperator } from '@/lib/domain/rule/rule';

export const operatorWords: Readonly<Record<TriggerOperator, string>> = {
  greaterThan: 'more than',
  lessThan: 'fewer than',
  equal: 'exactly',
  notEqual: 'any number but',
};
