/** Defender's custom detections. */
import type { Clock } from '@/mocks/store/clock';
import type { Actor, EventBus } from '@/mocks/store/events';
import type {
  DetectionRuleFields,
  DetectionRuleRecord,
  DetectionRunDetails,
} from '@/mocks/store/records/detection-rule-record';

export type DetectionRules = {
  add(record: DetectionRuleRecord): void;
  byId(id: string): DetectionRuleRecord | undefined;
  all(): IterableIterator<DetectionRuleRecord>;
  /** What a caller changed; a new query counts as modified now. */
  change(record: DetectionRuleRecord, changes: Partial<DetectionRuleFields>, by: Actor): void;
  /** What a run left behind; not a modification of the rule. */
  ran(record: DetectionRuleRecord, run: DetectionRunDetails, nextRunDateTime: string | null): void;
  remove(record: DetectionRuleRecord): void;
};

export function createDetectionRules(clock: Clock, bus: EventBus): DetectionRules {
  const records = new Map<string, DetectionRuleRecord>();
  return {
    add: (record) => {
      records.set(record.id, record);
      bus.emit({ kind: 'detectionRulePut', rule: record });
    },
    byId: (id) => records.get(id),
    all: () => records.values(),
    change: (record, changes, by) => {
      const { queryText } = record.fields.queryCondition;
      record.fields = { ...record.fields, ...changes };
      if (record.fields.queryCondition.queryText !== queryText) record.queryModifiedDateTime = clock.iso();
      record.lastModifiedBy = by.name;
      record.lastModifiedDateTime = clock.iso();
      bus.emit({ kind: 'detectionRulePut', rule: record });
    },
    ran: (record, run, nextRunDateTime) => {
      record.lastRun = run;
      record.nextRunDateTime = nextRunDateTime;
    },
    remove: (record) => {
      records.delete(record.id);
      bus.emit({ kind: 'detectionRuleRemoved', rule: record });
    },
  };
}
