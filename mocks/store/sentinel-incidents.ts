/** Sentinel's side: the incidents of the workspace, twins of Defender's and its own. */
import { changedFields } from '@/mocks/store/changed-fields';
import type { Clock } from '@/mocks/store/clock';
import type { Actor, EventBus } from '@/mocks/store/events';
import type {
  SentinelCommentRecord,
  SentinelIncidentChanges,
  SentinelIncidentRecord,
} from '@/mocks/store/records/sentinel-incident-record';
import type { BookmarkRelation, SentinelTaskRecord } from '@/mocks/store/records/sentinel-resource-records';

type CommentDraft = Pick<SentinelCommentRecord, 'name' | 'message' | 'author'>;

type ShownAlerts = { alertIds: readonly string[]; relatedAnalyticRuleIds: readonly string[] };

export type SentinelIncidents = {
  add(record: SentinelIncidentRecord): void;
  byName(name: string): SentinelIncidentRecord | undefined;
  all(): IterableIterator<SentinelIncidentRecord>;
  nextNumber(): number;
  /** With `shown`, its alerts change in the same update. */
  change(record: SentinelIncidentRecord, changes: SentinelIncidentChanges, by: Actor, shown?: ShownAlerts): void;
  /** The alerts it shows from now on, and the analytics rules behind them: some came or went after it was made. */
  setAlerts(record: SentinelIncidentRecord, shown: ShownAlerts, by: Actor): void;
  /** Its tasks as they are to be. */
  setTasks(record: SentinelIncidentRecord, tasks: readonly SentinelTaskRecord[], by: Actor): void;
  /** The bookmarks it is linked with from now on. */
  setBookmarks(record: SentinelIncidentRecord, bookmarks: readonly BookmarkRelation[], by: Actor): void;
  remove(record: SentinelIncidentRecord): void;
  addComment(record: SentinelIncidentRecord, draft: CommentDraft, by: Actor): SentinelCommentRecord;
  editComment(record: SentinelIncidentRecord, comment: SentinelCommentRecord, message: string, by: Actor): void;
  removeComment(record: SentinelIncidentRecord, name: string, by: Actor): void;
};

export function createSentinelIncidents(clock: Clock, bus: EventBus): SentinelIncidents {
  const records = new Map<string, SentinelIncidentRecord>();
  let highest = 0;

  const touch = (record: SentinelIncidentRecord, fields: readonly string[], by: Actor): void => {
    record.updatedAt = clock.iso();
    record.modifiedBy = by.name;
    record.revision += 1;
    bus.emit({ kind: 'sentinelIncidentChanged', incident: record, fields, by });
  };

  const show = (record: SentinelIncidentRecord, { alertIds, relatedAnalyticRuleIds }: ShownAlerts): void => {
    record.alertIds = [...new Set(alertIds)];
    record.relatedAnalyticRuleIds = [...relatedAnalyticRuleIds];
  };

  return {
    add: (record) => {
      records.set(record.name.toLowerCase(), record);
      highest = Math.max(highest, record.number);
      bus.emit({ kind: 'sentinelIncidentAdded', incident: record });
    },
    byName: (name) => records.get(name.toLowerCase()),
    all: () => records.values(),
    nextNumber: () => highest + 1,
    change: (record, changes, by, shown) => {
      const fields: string[] = changedFields(record.fields, changes);
      if (shown) {
        show(record, shown);
        fields.push('alerts');
      }
      if (fields.length === 0) return;
      record.fields = { ...record.fields, ...changes };
      if (changes.status) record.closedAt = changes.status === 'Closed' ? (record.closedAt ?? clock.iso()) : null;
      touch(record, fields, by);
    },
    setAlerts: (record, shown, by) => {
      show(record, shown);
      touch(record, ['alerts'], by);
    },
    setTasks: (record, tasks, by) => {
      record.tasks = tasks;
      touch(record, ['tasks'], by);
    },
    setBookmarks: (record, bookmarks, by) => {
      record.bookmarks = bookmarks;
      touch(record, ['bookmarks'], by);
    },
    remove: (record) => {
      records.delete(record.name.toLowerCase());
      bus.emit({ kind: 'sentinelIncidentRemoved', incident: record });
    },
    addComment: (record, draft, by) => {
      const at = clock.iso();
      const comment: SentinelCommentRecord = { ...draft, createdAt: at, updatedAt: at, revision: 0 };
      record.comments = [...record.comments, comment];
      touch(record, ['comments'], by);
      bus.emit({ kind: 'sentinelCommentAdded', incident: record, comment, by });
      return comment;
    },
    editComment: (record, comment, message, by) => {
      comment.message = message;
      comment.updatedAt = clock.iso();
      comment.revision += 1;
      touch(record, ['comments'], by);
    },
    removeComment: (record, name, by) => {
      record.comments = record.comments.filter((comment) => comment.name !== name);
      touch(record, ['comments'], by);
    },
  };
}
