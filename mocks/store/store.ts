/** The state of the tenant: one clock, one truth about incidents, and the two systems' copies of it. */
import type { Company } from '@/mocks/company/company';
import { type Accounts, createAccounts } from '@/mocks/store/accounts';
import { type Alerts, createAlerts } from '@/mocks/store/alerts';
import type { Clock } from '@/mocks/store/clock';
import { type Connections, createConnections } from '@/mocks/store/connections/connections';
import { type CopilotSessions, createCopilotSessions } from '@/mocks/store/copilot-sessions';
import { createDetectionRules, type DetectionRules } from '@/mocks/store/detection-rules';
import { createDirectory, type Directory } from '@/mocks/store/directory';
import { createEmails, type Emails } from '@/mocks/store/emails';
import { createEndpoint, type Endpoint } from '@/mocks/store/endpoint/endpoint';
import { createEventBus, type Listener } from '@/mocks/store/events';
import { createGraphIncidents, type GraphIncidents } from '@/mocks/store/graph-incidents';
import { createNamedLocations, type NamedLocations } from '@/mocks/store/named-locations';
import { createRules, type Rules } from '@/mocks/store/rules';
import { createSentinelIncidents, type SentinelIncidents } from '@/mocks/store/sentinel-incidents';
import { createSentinelResources, type SentinelResources } from '@/mocks/store/sentinel-resources';
import { createWatchlists, type Watchlists } from '@/mocks/store/watchlists';

export type Store = {
  readonly seed: number;
  readonly clock: Clock;
  readonly company: Company;
  readonly directory: Directory;
  readonly accounts: Accounts;
  readonly namedLocations: NamedLocations;
  readonly emails: Emails;
  readonly copilotSessions: CopilotSessions;
  readonly alerts: Alerts;
  readonly graphIncidents: GraphIncidents;
  readonly sentinelIncidents: SentinelIncidents;
  readonly watchlists: Watchlists;
  readonly sentinel: SentinelResources;
  readonly connections: Connections;
  readonly endpoint: Endpoint;
  readonly detectionRules: DetectionRules;
  readonly rules: Rules;
  /** Hears of every change from now on; answers a function that stops it. */
  listen(listener: Listener): () => void;
};

export function createStore(options: { seed: number; clock: Clock; company: Company }): Store {
  const bus = createEventBus();
  const alerts = createAlerts(options.clock, bus);
  const sentinel = createSentinelResources(options.clock, alerts, bus);
  return {
    ...options,
    directory: createDirectory(options.company.people),
    accounts: createAccounts(options.company.people, bus),
    namedLocations: createNamedLocations(bus),
    emails: createEmails(bus),
    copilotSessions: createCopilotSessions(),
    alerts,
    graphIncidents: createGraphIncidents(options.clock, bus),
    sentinelIncidents: createSentinelIncidents(options.clock, bus),
    watchlists: createWatchlists(bus),
    sentinel,
    connections: createConnections(options.clock, sentinel, bus),
    endpoint: createEndpoint(options.clock, options.company, alerts, bus),
    detectionRules: createDetectionRules(options.clock, bus),
    rules: createRules(options.clock, bus),
    listen: bus.listen,
  };
}
