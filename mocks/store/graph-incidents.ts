/** Defender's side: the incidents that Graph shows. */
import type { GraphComment } from '@/lib/wire/graph-security/comment';
import { changedFields } from '@/mocks/store/changed-fields';
import type { Clock } from '@/mocks/store/clock';
import type { Actor, EventBus } from '@/mocks/store/events';
import type { GraphIncidentChanges, GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';

export type GraphIncidents = {
  add(record: GraphIncidentRecord): void;
  byId(id: string): GraphIncidentRecord | undefined;
  all(): IterableIterator<GraphIncidentRecord>;
  /** An id that no incident has had yet. */
  nextId(): string;
  change(record: GraphIncidentRecord, changes: GraphIncidentChanges, by: Actor): void;
  /** An alert that correlation put into an incident that exists. */
  addAlert(record: GraphIncidentRecord, alertId: string, by: Actor): void;
  /** All the alerts it holds from now on: some moved in or out. */
  setAlerts(record: GraphIncidentRecord, alertIds: readonly string[], by: Actor): void;
  /** Adds a comment; `author` is given when somebody wrote it on the other side. */
  comment(record: GraphIncidentRecord, text: string, by: Actor, author?: string): GraphComment[];
};

export function createGraphIncidents(clock: Clock, bus: EventBus): GraphIncidents {
  const records = new Map<string, GraphIncidentRecord>();
  let highest = 0;

  return {
    add: (record) => {
      records.set(record.id, record);
      highest = Math.max(highest, Number(record.id));
      bus.emit({ kind: 'graphIncidentAdded', incident: record });
    },
    byId: (id) => records.get(id),
    all: () => records.values(),
    nextId: () => String(highest + 1),
    change: (record, changes, by) => {
      const fields = changedFields(record.fields, changes);
      if (fields.length === 0) return;
      record.fields = { ...record.fields, ...changes, lastUpdateDateTime: clock.iso(), lastModifiedBy: by.name };
      bus.emit({ kind: 'graphIncidentChanged', incident: record, fields, by });
    },
    addAlert: (record, alertId, by) => {
      record.alertIds = [...record.alertIds, alertId];
      record.fields = { ...record.fields, lastUpdateDateTime: clock.iso(), lastModifiedBy: by.name };
      bus.emit({ kind: 'graphIncidentChanged', incident: record, fields: ['alerts'], by });
    },
    setAlerts: (record, alertIds, by) => {
      record.alertIds = [...alertIds];
      record.fields = { ...record.fields, lastUpdateDateTime: clock.iso(), lastModifiedBy: by.name };
      bus.emit({ kind: 'graphIncidentChanged', incident: record, fields: ['alerts'], by });
    },
    comment: (record, text, by, author = by.name) => {
      const at = clock.iso();
      const comment: GraphComment = {
        '@odata.type': '#microsoft.graph.security.alertComment',
        comment: text,
        createdByDisplayName: author,
        createdDateTime: at,
      };
      const comments = [...(record.fields.comments ?? []), comment];
      record.fields = { ...record.fields, comments, lastUpdateDateTime: at, lastModifiedBy: by.name };
      bus.emit({ kind: 'graphCommentAdded', incident: record, text, author, by });
      return comments;
    },
  };
}
