/** What would become of incidents that are put together, before anybody does it. */
import type { Severity } from '@/lib/domain/incident/incident';

export type MergePreview = {
  /** The key of the incident that stays. */
  survivor: string;
  /** Why that one, for people. */
  why: string;
  /** Microsoft's page about it. */
  link: string;
  /** More than one of them can be the one that stays. */
  mayChoose: boolean;
  candidates: string[];
  /** `merge`: Defender puts them together. `move`: all alerts are moved, because another one than Defender's is to stay. */
  how: 'merge' | 'move';
  /** Per incident that ends: what goes over to the one that stays, and how many comments stay behind. */
  moves: { key: string; alerts: number; entities: number; comments: number }[];
  /** Sentences: what does not survive. */
  lost: string[];
  /** Empty when it can be done. */
  refusedBecause: { key: string; reason: string }[];
  after: { alertCount: number; severity: Severity; title: string };
  /** Parts that could not be read, in words: numbers above may be too small. */
  failures: string[];
};

/** Microsoft's portal takes no more at once. */
export const mostMerged = 5;
