/** What is still open about an incident that is about to be closed. */
import type { System } from '@/lib/domain/source/source';

export type ClosePreflight = {
  key: string;
  openTasks: { title: string; system: System }[];
  unresolvedAlerts: number;
  /** Actions on its devices that have not ended, in words. */
  pendingActions: string[];
  /** Parts that could not be read, in words. */
  failures: string[];
  /** Tasks and actions were not looked up, because too many incidents were asked about at once. */
  notRead: boolean;
};

/** Sentinel allows 100 reads of tasks in five minutes for everybody together. */
export const mostPreflights = 20;
