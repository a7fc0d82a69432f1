/**
 * A rule whose query fails again and again in a way that no repetition heals is switched off, and says so in its name.
 * https://learn.microsoft.com/azure/sentinel/troubleshoot-analytics-rules#permanent-failure---rule-auto-disabled
 */
import type { Actor } from '@/mocks/store/events';
import { ruleDisabledRow } from '@/mocks/store/faces/health-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AlertRuleRecord, QueryRuleBody } from '@/mocks/store/records/alert-rule-record';
import type { Store } from '@/mocks/store/store';

/** Microsoft speaks of a number and doesn't name it. */
export const failuresBeforeDisabling = 5;
export const disabledPrefix = 'AUTO DISABLED ';
const sentinel: Actor = { kind: 'cloud', name: 'Microsoft Sentinel' };

export function autoDisable(
  store: Store,
  logs: LogWriter,
  rule: AlertRuleRecord,
  body: QueryRuleBody,
  reason: string,
): void {
  const at = store.clock.iso();
  const said = `The alert rule was disabled due to too many consecutive failures. Last reason: ${reason} Disabled at ${at}.`;
  const changed = {
    enabled: false,
    displayName: `${disabledPrefix}${body.properties.displayName}`,
    description: `${said} ${body.properties.description ?? ''}`.trim(),
  };
  const disabled: QueryRuleBody =
    body.kind === 'NRT'
      ? { ...body, properties: { ...body.properties, ...changed } }
      : { ...body, properties: { ...body.properties, ...changed } };
  store.rules.alertRules.write(rule.name, disabled, sentinel);
  const { table, rows } = ruleDisabledRow(rule, at, reason);
  logs.write(table, rows);
}
