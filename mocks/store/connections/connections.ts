/**
 * What connects Contoso's systems, and what flows because of it: the parts of Defender's connector, the connectors it
 * carries, diagnostic settings, and the sync between the two sides. Connectors themselves are resources of the
 * workspace; this is what follows from them.
 */
import type { Clock } from '@/mocks/store/clock';
import { type AlertFlow, createAlertFlow } from '@/mocks/store/connections/alert-flow';
import { createStreams, type StreamEvent, type Streams } from '@/mocks/store/connections/streams';
import { type SyncSettings, type SyncStatus, usualSync } from '@/mocks/store/connections/sync-settings';
import type { EventBus } from '@/mocks/store/events';
import type { SentinelResources } from '@/mocks/store/sentinel-resources';

/** `unified`: the workspace is onboarded to the Defender portal. `azure`: Defender's connector in the Azure portal alone. */
export type IntegrationMethod = 'unified' | 'azure';

export type ConnectionEvent =
  | StreamEvent
  | { kind: 'syncChanged'; before: SyncSettings; after: SyncSettings }
  | { kind: 'methodChanged'; method: IntegrationMethod };

export type Connections = AlertFlow &
  Streams & {
    sync(): SyncSettings;
    changeSync(changes: Partial<SyncSettings>): void;
    syncStatus(): SyncStatus;
    /** For the sync itself, to say how it is doing. */
    tellSync(status: Partial<SyncStatus>): void;
    method(): IntegrationMethod;
    changeMethod(method: IntegrationMethod): void;
  };

export function createConnections(clock: Clock, sentinel: SentinelResources, bus: EventBus): Connections {
  let sync = usualSync;
  let status: SyncStatus = { backlog: 0, lastSuccessAt: null, filtered: 0 };
  let method: IntegrationMethod = 'unified';
  return {
    ...createAlertFlow(sentinel),
    ...createStreams(clock, sentinel, bus),
    sync: () => sync,
    changeSync: (changes) => {
      const before = sync;
      sync = { ...sync, ...changes };
      if (JSON.stringify(before) !== JSON.stringify(sync)) bus.emit({ kind: 'syncChanged', before, after: sync });
    },
    syncStatus: () => status,
    tellSync: (news) => {
      status = { ...status, ...news };
    },
    method: () => method,
    changeMethod: (wanted) => {
      if (method === wanted) return;
      method = wanted;
      bus.emit({ kind: 'methodChanged', method });
    },
  };
}
