/** What the server pushes to every browser. `seq` grows by one; a browser that missed some asks for the list again. */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { Incident } from '@/lib/domain/incident/incident';
import type { SourceHealth } from '@/lib/domain/source/source';

export type FeedEvent =
  | { kind: 'incidents'; seq: number; upserts: Incident[]; removed: string[] }
  /** `many`: more changed than is worth naming one by one; ask for the list of alerts again. */
  | { kind: 'alerts'; seq: number; upserts: AlertRow[]; removed: string[]; many: boolean }
  | { kind: 'health'; seq: number; health: SourceHealth[] }
  /** The server's clock, Microsoft's `Date` header carried on. Sent every 30 s and on connect. */
  | { kind: 'clock'; seq: number; now: string }
  /** The browser missed more than the server remembers: ask for the list again. */
  | { kind: 'reset'; seq: number };
