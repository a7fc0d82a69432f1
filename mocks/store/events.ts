/**
 * What the store tells those who live from its changes: the sync between the two systems and the log tables.
 * A listener runs at once, inside the change, so that whoever reads next sees everything that followed from it.
 */
import type { GraphNamedLocation } from '@/lib/wire/graph-directory/named-location';
import type { ConnectionEvent } from '@/mocks/store/connections/connections';
import type { InvestigationEvent } from '@/mocks/store/endpoint/investigations';
import type { MachineActionEvent } from '@/mocks/store/endpoint/machine-actions';
import type { AccountFields, AccountRecord, AccountRisk } from '@/mocks/store/records/account-record';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { DetectionRuleRecord } from '@/mocks/store/records/detection-rule-record';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { SentinelCommentRecord, SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { RuleRunEvent } from '@/mocks/store/rule-runs';
import type { RuleEvent } from '@/mocks/store/rules';
import type { SentinelResourceEvent } from '@/mocks/store/sentinel-resources';
import type { WatchlistRecord } from '@/mocks/store/watchlists';

/** Who did it. `sync` is Microsoft carrying a change from one system to the other, `cloud` any other service of its. */
export type Actor = { readonly kind: 'caller' | 'sync' | 'cloud'; readonly name: string };

export type StoreEvent =
  | RuleEvent
  | RuleRunEvent
  | SentinelResourceEvent
  | MachineActionEvent
  | InvestigationEvent
  | ConnectionEvent
  | { kind: 'alertAdded'; alert: AlertRecord }
  | { kind: 'alertChanged'; alert: AlertRecord; fields: readonly string[]; by: Actor }
  | { kind: 'graphIncidentAdded'; incident: GraphIncidentRecord }
  | { kind: 'graphIncidentChanged'; incident: GraphIncidentRecord; fields: readonly string[]; by: Actor }
  | { kind: 'graphCommentAdded'; incident: GraphIncidentRecord; text: string; author: string; by: Actor }
  | { kind: 'sentinelIncidentAdded'; incident: SentinelIncidentRecord }
  | { kind: 'sentinelIncidentChanged'; incident: SentinelIncidentRecord; fields: readonly string[]; by: Actor }
  | { kind: 'sentinelIncidentRemoved'; incident: SentinelIncidentRecord }
  | { kind: 'sentinelCommentAdded'; incident: SentinelIncidentRecord; comment: SentinelCommentRecord; by: Actor }
  | { kind: 'watchlistPut'; watchlist: WatchlistRecord; before: WatchlistRecord | undefined }
  | { kind: 'watchlistRemoved'; watchlist: WatchlistRecord }
  | { kind: 'accountChanged'; account: AccountRecord; fields: readonly (keyof AccountFields)[]; by: Actor }
  | { kind: 'accountRiskChanged'; account: AccountRecord; risk: AccountRisk }
  | { kind: 'namedLocationChanged'; change: 'Add' | 'Update' | 'Delete'; location: GraphNamedLocation; by: Actor }
  | { kind: 'detectionRulePut'; rule: DetectionRuleRecord }
  | { kind: 'detectionRuleRemoved'; rule: DetectionRuleRecord };

export type Listener = (event: StoreEvent) => void;

export type EventBus = { emit(event: StoreEvent): void; listen(listener: Listener): () => void };

export function createEventBus(): EventBus {
  const listeners = new Set<Listener>();
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
