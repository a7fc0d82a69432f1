/**
 * One alert as the tenant knows it. Graph's shape is the truth it is kept in; what Sentinel's API and the log tables
 * say about it is derived (see `faces`), so the two can't contradict each other.
 */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';

export type AlertRecord = {
  /** Graph's id, with the prefix of the product that raised it (`ed…`, `sn…`). */
  readonly id: string;
  /** The GUID that Sentinel and `SecurityAlert` know it by. */
  readonly systemAlertId: string;
  graph: GraphAlert;
  /** False for alerts of incidents that live in Sentinel only: Graph doesn't list them. */
  readonly inGraph: boolean;
};

export type AlertChanges = Partial<
  Pick<
    Required<GraphAlert>,
    | 'status'
    | 'classification'
    | 'determination'
    | 'assignedTo'
    | 'incidentId'
    | 'incidentWebUrl'
    | 'additionalData'
    | 'evidence'
  >
>;
