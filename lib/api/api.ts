/** The client: every service of Microsoft's that the console calls, behind one object. */
import { type DefenderEndpointApi, defenderEndpointApi } from '@/lib/api/defender-endpoint/defender-endpoint-api';
import type { Audience } from '@/lib/api/entra/token';
import { type GraphGroups, graphGroups } from '@/lib/api/graph-directory/group';
import { type GraphNamedLocations, graphNamedLocations } from '@/lib/api/graph-directory/named-location';
import { type GraphOrganizations, graphOrganizations } from '@/lib/api/graph-directory/organization';
import { type GraphRiskyUsers, graphRiskyUsers } from '@/lib/api/graph-directory/risky-user';
import { type GraphUsers, graphUsers } from '@/lib/api/graph-directory/user';
import { type GraphSecurityApi, graphSecurityApi } from '@/lib/api/graph-security/graph-security-api';
import { type LogsMetadataApi, logsMetadataOf } from '@/lib/api/log-analytics/metadata';
import { type LogsQueries, logsQueries } from '@/lib/api/log-analytics/query';
import { type LogicAppsWorkflows, logicAppsWorkflows } from '@/lib/api/logic-apps/workflow';
import { type LogicAppsRuns, logicAppsRuns } from '@/lib/api/logic-apps/workflow-run';
import { type SentinelApi, sentinelApi } from '@/lib/api/sentinel/sentinel-api';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { ApiName } from '@/lib/api/transport/api-error';
import type { TokenSource } from '@/lib/api/transport/authorize';
import { createCall } from '@/lib/api/transport/call';
import { type Deadlines, usualDeadlines } from '@/lib/api/transport/deadline';
import {
  defenderEndpointLimits,
  graphDirectoryLimits,
  graphSecurityLimits,
  logAnalyticsLimits,
  sentinelLimits,
} from '@/lib/api/transport/limits';
import type { Send } from '@/lib/api/transport/send';
import type { OnServerDate } from '@/lib/api/transport/server-date';
import type { BudgetState, Limit } from '@/lib/api/transport/throttle-budget';
import { createTransport } from '@/lib/api/transport/transport';
import { type Clock, systemClock } from '@/lib/base/clock';

/** Origins, perhaps with a path before Microsoft's own: `https://graph.microsoft.com`. No slash at the end. */
export type BaseUrls = { graph: string; arm: string; logAnalytics: string; defenderEndpoint: string };

export type Api = {
  graphSecurity: GraphSecurityApi;
  graphDirectory: {
    organization: GraphOrganizations;
    users: GraphUsers;
    groups: GraphGroups;
    riskyUsers: GraphRiskyUsers;
    namedLocations: GraphNamedLocations;
  };
  sentinel: SentinelApi;
  /** Playbooks; they share Azure Resource Manager's transport with Sentinel. */
  logicApps: { workflows: LogicAppsWorkflows; runs: LogicAppsRuns };
  logAnalytics: { query: LogsQueries; metadata: LogsMetadataApi };
  defenderEndpoint: DefenderEndpointApi;
  /** How much of each published limit is used. */
  budgets(): BudgetState[];
};

/** What the client needs; without `clock`, `random`, `newId`, `deadlines` and `patienceMs` it takes the real ones. */
export type ApiOptions = {
  /** The wire: `fetch`, or a function that stands in for it. */
  send: Send;
  baseUrls: BaseUrls;
  workspace: WorkspaceAddress;
  /** Where tokens come from; without it requests go out without any. */
  tokens?: (audience: Audience) => TokenSource;
  clock?: Clock;
  random?: () => number;
  newId?: () => string;
  onServerDate?: OnServerDate;
  deadlines?: Deadlines;
  /** Longest wait for a budget or a Retry-After before it becomes an error with `retryAfterMs`. */
  patienceMs?: number;
};

type Service = { api: ApiName; baseUrl: string; audience: Audience; limits: Limit[] };

/** One client for one workspace. It keeps the budgets, so a process makes one and shares it. */
export function createApi(options: ApiOptions): Api {
  const { baseUrls, workspace } = options;
  const budgets: (() => BudgetState)[] = [];

  function service({ api, baseUrl, audience, limits }: Service) {
    const transport = createTransport({
      api,
      send: options.send,
      clock: options.clock ?? systemClock,
      random: options.random ?? Math.random,
      newId: options.newId ?? (() => crypto.randomUUID()),
      onServerDate: options.onServerDate ?? (() => {}),
      patienceMs: options.patienceMs ?? 60_000,
      tokens: options.tokens?.(audience) ?? null,
      limits,
      deadlines: options.deadlines ?? usualDeadlines,
    });
    budgets.push(...transport.budgets.map((budget) => budget.state));
    return createCall(api, baseUrl, transport.send);
  }

  const security = service({
    api: 'graphSecurity',
    baseUrl: baseUrls.graph,
    audience: 'graph',
    limits: graphSecurityLimits,
  });
  const directory = service({
    api: 'graphDirectory',
    baseUrl: baseUrls.graph,
    audience: 'graph',
    limits: graphDirectoryLimits,
  });
  const arm = service({
    api: 'sentinel',
    baseUrl: baseUrls.arm,
    audience: 'arm',
    limits: sentinelLimits,
  });
  const logs = service({
    api: 'logAnalytics',
    baseUrl: baseUrls.logAnalytics,
    audience: 'logAnalytics',
    limits: logAnalyticsLimits,
  });

  const endpoint = service({
    api: 'defenderEndpoint',
    baseUrl: baseUrls.defenderEndpoint,
    audience: 'defenderEndpoint',
    limits: defenderEndpointLimits,
  });

  return {
    graphSecurity: graphSecurityApi(security),
    graphDirectory: {
      organization: graphOrganizations(directory),
      users: graphUsers(directory),
      groups: graphGroups(directory),
      riskyUsers: graphRiskyUsers(directory),
      namedLocations: graphNamedLocations(directory),
    },
    sentinel: sentinelApi(arm, workspace),
    logicApps: { workflows: logicAppsWorkflows(arm, workspace), runs: logicAppsRuns(arm) },
    logAnalytics: { query: logsQueries(logs, workspace), metadata: logsMetadataOf(logs, workspace) },
    defenderEndpoint: defenderEndpointApi(endpoint),
    budgets: () => budgets.map((state) => state()),
  };
}
