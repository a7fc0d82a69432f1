/** Defender's copy of an incident. Its alerts are records of their own and join only when Graph is asked for them. */
import type { GraphIncident } from '@/lib/wire/graph-security/incident';

export type GraphIncidentFields = Required<Omit<GraphIncident, '@odata.type' | 'alerts'>>;

export type GraphIncidentRecord = {
  readonly id: string;
  fields: GraphIncidentFields;
  /** Ids of `AlertRecord`s, oldest first. */
  alertIds: string[];
  /** The Sentinel incident that carries the same thing; null until it has arrived there. */
  twin: string | null;
};

/** What can become different after an incident was made. */
export type GraphIncidentChanges = Partial<
  Pick<
    GraphIncidentFields,
    | 'assignedTo'
    | 'classification'
    | 'customTags'
    | 'description'
    | 'determination'
    | 'displayName'
    | 'redirectIncidentId'
    | 'resolvingComment'
    | 'severity'
    | 'status'
    | 'summary'
    | 'systemTags'
  >
>;
