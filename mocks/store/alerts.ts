/** Every alert of the tenant, those that Graph shows and those that only Sentinel has. */
import type { GraphComment } from '@/lib/wire/graph-security/comment';
import { changedFields } from '@/mocks/store/changed-fields';
import type { Clock } from '@/mocks/store/clock';
import type { Actor, EventBus } from '@/mocks/store/events';
import type { AlertChanges, AlertRecord } from '@/mocks/store/records/alert-record';

export type Alerts = {
  add(record: AlertRecord): void;
  byId(id: string): AlertRecord | undefined;
  /** The ones that exist, in the order asked for. */
  pick(ids: readonly string[]): AlertRecord[];
  all(): IterableIterator<AlertRecord>;
  change(record: AlertRecord, changes: AlertChanges, by: Actor): void;
  comment(record: AlertRecord, text: string, by: Actor): GraphComment[];
};

export function createAlerts(clock: Clock, bus: EventBus): Alerts {
  const records = new Map<string, AlertRecord>();
  let latestMs = 0;

  /**
   * No two changes carry the same instant (Microsoft's clock has 100 ns): who reads a list by time could never get past
   * an instant at which thousands changed. A clock that was turned back begins anew.
   */
  function instant(): string {
    const nowMs = clock.nowMs();
    latestMs = latestMs > nowMs + 60_000 ? nowMs : Math.max(nowMs, latestMs + 1);
    return new Date(latestMs).toISOString();
  }

  return {
    add: (record) => {
      records.set(record.id, record);
      bus.emit({ kind: 'alertAdded', alert: record });
    },
    byId: (id) => records.get(id),
    pick: (ids) => ids.flatMap((id) => records.get(id) ?? []),
    all: () => records.values(),
    change: (record, changes, by) => {
      const fields = changedFields(record.graph, changes);
      if (fields.length === 0) return;
      const at = instant();
      const resolved = changes.status === 'resolved' ? { resolvedDateTime: at } : {};
      record.graph = { ...record.graph, ...changes, ...resolved, lastUpdateDateTime: at };
      bus.emit({ kind: 'alertChanged', alert: record, fields, by });
    },
    comment: (record, text, by) => {
      const comment: GraphComment = {
        '@odata.type': '#microsoft.graph.security.alertComment',
        comment: text,
        createdByDisplayName: by.name,
        createdDateTime: clock.iso(),
      };
      const comments = [...(record.graph.comments ?? []), comment];
      record.graph = { ...record.graph, comments, lastUpdateDateTime: comment.createdDateTime };
      bus.emit({ kind: 'alertChanged', alert: record, fields: ['comments'], by });
      return comments;
    },
  };
}
