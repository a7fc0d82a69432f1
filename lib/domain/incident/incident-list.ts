/** The whole queue as one answer. The browser keeps it, applies feed events to it and filters it locally. */
import type { Incident } from '@/lib/domain/incident/incident';
import type { SourceHealth } from '@/lib/domain/source/source';

export type IncidentList = {
  incidents: Incident[];
  /** How many more are on their way; absent when these are all. See `firstScreen`. */
  awaiting?: number;
  health: SourceHealth[];
  /** The server's clock when it answered. */
  now: string;
  /** The last feed event that this answer already contains. */
  seq: number;
};
