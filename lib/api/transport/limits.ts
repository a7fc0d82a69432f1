/** Microsoft's published limits, as far as the console's calls meet them. */
import { isRead } from '@/lib/api/transport/reads';
import type { Limit } from '@/lib/api/transport/throttle-budget';

const graphPage = 'https://learn.microsoft.com/graph/throttling-limits';
const huntingPage = 'https://learn.microsoft.com/graph/api/resources/security-api-overview#advanced-hunting';
const sentinelPage = 'https://learn.microsoft.com/rest/api/securityinsights/request-limits-and-throttling';
const armPage = 'https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling';
const logsPage = 'https://learn.microsoft.com/azure/azure-monitor/service-limits#log-analytics-workspaces';
const endpointPage = 'https://learn.microsoft.com/defender-endpoint/api';

const minuteMs = 60_000;
const path = (request: Request) => new URL(request.url).pathname;
const hunts = (request: Request) => /runHuntingQuery$/i.test(path(request));

/** 150 requests a minute, and 45 hunts a minute by themselves. */
export const graphSecurityLimits: Limit[] = [
  {
    name: 'Graph security',
    source: graphPage,
    limit: 150,
    windowMs: minuteMs,
    applies: (request) => !hunts(request),
  },
  { name: 'Advanced hunting', source: huntingPage, limit: 45, windowMs: minuteMs, applies: hunts },
];

/** 300 requests in 10 s, within the 3,500 resource units that Graph gives the smallest tenant. */
export const graphDirectoryLimits: Limit[] = [
  { name: 'Graph directory', source: graphPage, limit: 300, windowMs: 10_000, applies: () => true },
];

/** SecurityInsights counts each of these endpoints by itself. */
const parts = ['comments', 'alerts', 'entities'];

/** ARM's own limit, and for each endpoint of incidents 100 reads and 75 writes in 5 minutes. */
export const sentinelLimits: Limit[] = [
  {
    name: 'Azure Resource Manager reads',
    source: armPage,
    limit: 250,
    windowMs: 10_000,
    applies: isRead,
  },
  {
    name: 'Sentinel incidents, reads',
    source: sentinelPage,
    limit: 100,
    windowMs: 5 * minuteMs,
    applies: (request) => isRead(request) && /\/incidents(\/[^/]+)?$/i.test(path(request)),
  },
  ...parts.map((part) => ({
    name: `Sentinel incident ${part}, reads`,
    source: sentinelPage,
    limit: 100,
    windowMs: 5 * minuteMs,
    applies: (request: Request) => isRead(request) && new RegExp(`/incidents/[^/]+/${part}$`, 'i').test(path(request)),
  })),
  ...[
    ['Sentinel incidents, writes', /\/incidents\/[^/]+$/i] as const,
    ['Sentinel incident comments, writes', /\/comments\/[^/]+$/i] as const,
  ].map(([name, pattern]) => ({
    name,
    source: sentinelPage,
    limit: 75,
    windowMs: 5 * minuteMs,
    applies: (request: Request) => !isRead(request) && pattern.test(path(request)),
  })),
];

/** 200 requests in 30 s. */
export const logAnalyticsLimits: Limit[] = [
  { name: 'Log Analytics', source: logsPage, limit: 200, windowMs: 30_000, applies: () => true },
];

/** Every API of Defender for Endpoint is counted by itself; the console's calls stay far below that for the reads. */
const orders = (request: Request): string | null =>
  /\/machines\/[^/]+\/([A-Za-z]+)$/.exec(path(request))?.[1]?.toLowerCase() ?? null;

/** 100 requests a minute and 1,500 an hour; investigations and live response have less. */
export const defenderEndpointLimits: Limit[] = [
  { name: 'Defender for Endpoint', source: endpointPage, limit: 100, windowMs: minuteMs, applies: () => true },
  {
    name: 'Defender for Endpoint, an hour',
    source: endpointPage,
    limit: 1500,
    windowMs: 60 * minuteMs,
    applies: () => true,
  },
  {
    name: 'Defender for Endpoint investigations',
    source: `${endpointPage}/initiate-autoir-investigation`,
    limit: 50,
    windowMs: 60 * minuteMs,
    applies: (request) => orders(request) === 'startinvestigation',
  },
  {
    name: 'Defender for Endpoint live response',
    source: `${endpointPage}/run-live-response`,
    limit: 10,
    windowMs: minuteMs,
    applies: (request) => orders(request) === 'runliveresponse',
  },
];
