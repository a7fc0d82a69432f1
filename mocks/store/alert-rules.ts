/** The analytics rules of the workspace. */
import type { Clock } from '@/mocks/store/clock';
import type { Actor, EventBus } from '@/mocks/store/events';
import {
  type AlertRuleBody,
  type AlertRuleRecord,
  isQueryRule,
  type RuleRun,
} from '@/mocks/store/records/alert-rule-record';

const runsKept = 50;

export type AlertRules = {
  /** A rule that the tenant starts with. */
  add(record: AlertRuleRecord): void;
  byName(name: string): AlertRuleRecord | undefined;
  all(): IterableIterator<AlertRuleRecord>;
  /** Makes or replaces a rule. One that is on runs at once. */
  write(name: string, body: AlertRuleBody, by: Actor): AlertRuleRecord;
  ran(record: AlertRuleRecord, run: RuleRun): void;
  remove(record: AlertRuleRecord, by: Actor): void;
};

export function createAlertRules(clock: Clock, bus: EventBus): AlertRules {
  const records = new Map<string, AlertRuleRecord>();
  const byName = (name: string): AlertRuleRecord | undefined => records.get(name.toLowerCase());

  const replace = (record: AlertRuleRecord, body: AlertRuleBody): void => {
    const asked = (of: AlertRuleBody): string => (isQueryRule(of) ? of.properties.query : '');
    if (asked(record.body) !== asked(body)) record.judgedUntil = null;
    record.body = body;
    record.permanentFailures = 0;
    record.revision += 1;
    record.lastModifiedUtc = clock.iso();
    record.nextRunAt = body.properties.enabled && isQueryRule(body) ? clock.iso() : null;
  };

  return {
    add: (record) => void records.set(record.name.toLowerCase(), record),
    byName,
    all: () => records.values(),
    write: (name, body, by) => {
      const known = byName(name);
      const before = known?.body.properties;
      const record = known ?? newRecord(name, body, clock.iso());
      if (known) replace(known, body);
      else records.set(name.toLowerCase(), record);
      bus.emit({ kind: 'alertRulePut', rule: record, before, by });
      return record;
    },
    ran: (record, run) => {
      record.runs = [...record.runs, run].slice(-runsKept);
    },
    remove: (record, by) => {
      records.delete(record.name.toLowerCase());
      bus.emit({ kind: 'alertRuleRemoved', rule: record, by });
    },
  };
}

const newRecord = (name: string, body: AlertRuleBody, at: string): AlertRuleRecord => ({
  name,
  body,
  actions: [],
  lastModifiedUtc: at,
  revision: 1,
  judgedUntil: null,
  runs: [],
  nextRunAt: body.properties.enabled && isQueryRule(body) ? at : null,
  permanentFailures: 0,
  quietUntil: null,
});
