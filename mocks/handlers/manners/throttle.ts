/**
 * Microsoft's quotas, per API and window, on the tenant's clock. One tenant shares them, whoever asks.
 * Sources: https://learn.microsoft.com/graph/throttling-limits,
 * https://learn.microsoft.com/rest/api/securityinsights/request-limits-and-throttling,
 * https://learn.microsoft.com/azure/azure-monitor/service-limits
 */
import type { ApiName } from '@/mocks/handlers/manners/apis';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { Clock } from '@/mocks/store/clock';

type Quota = {
  bucket: string;
  limit: number;
  windowMs: number;
  message: string;
  /** The one family that never says how long to wait. */
  silent?: true;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Which quotas a request counts against, the narrowest first. */
function quotasOf(api: ApiName, method: string, path: string): readonly Quota[] {
  if (api === 'endpoint') return endpointQuotas(path);
  return quotaOf(api, method, path) ?? [];
}

function quotaOf(api: ApiName, method: string, path: string): [Quota] | undefined {
  if (api === 'graph' && /runhuntingquery$/i.test(path)) {
    const message = 'You have exceeded the number of advanced hunting calls per minute. Try again later.';
    return [{ bucket: 'graph/hunting', limit: 45, windowMs: minuteMs, message }];
  }
  if (api === 'graph' && /^\/(v1\.0|beta)\/security\//i.test(path)) {
    return [{ bucket: 'graph/security', limit: 150, windowMs: minuteMs, message: 'Too Many Requests' }];
  }
  if (api === 'graph' && /^\/(v1\.0|beta)\/(identityProtection|identity\/conditionalAccess)\//i.test(path)) {
    const message = 'Too many requests.';
    return [{ bucket: 'graph/identity', limit: 1, windowMs: 1000, message, silent: true }];
  }
  if (api === 'arm' && /\/providers\/Microsoft\.SecurityInsights\//i.test(path)) {
    // POST …/alerts and …/entities only read.
    const reads = method === 'GET' || method === 'POST';
    const part = /\/incidents\/[^/]+\/(alerts|entities|comments|relations|tasks|bookmarks)(\/|$)/i.exec(path)?.[1];
    const noun = part ?? /\/Microsoft\.SecurityInsights\/([a-z]+)/i.exec(path)?.[1] ?? 'incidents';
    const bucket = `arm/${noun.toLowerCase()}/${reads ? 'read' : 'write'}`;
    const message = 'Rate limit is exceeded. Try again later.';
    return [{ bucket, limit: reads ? 100 : 75, windowMs: 5 * minuteMs, message }];
  }
  if (api === 'logs' && /\/query$/.test(path)) {
    const message = 'The request was throttled: more than 200 requests in 30 seconds.';
    return [{ bucket: 'logs/query', limit: 200, windowMs: 30_000, message }];
  }
  return undefined;
}

/** https://learn.microsoft.com/defender-endpoint/api/apis-intro, and the pages of the two that have less. */
function endpointQuotas(path: string): readonly Quota[] {
  const exceeded = (limit: number, of: string): string =>
    `API calls quota exceeded! Maximum allowed ${limit} per ${of}.`;
  const own: Quota[] = [];
  if (/\/startInvestigation$/i.test(path)) {
    own.push({ bucket: 'endpoint/investigation', limit: 50, windowMs: hourMs, message: exceeded(50, 'hour') });
  }
  if (/\/runLiveResponse$/i.test(path)) {
    own.push({ bucket: 'endpoint/live-response', limit: 10, windowMs: minuteMs, message: exceeded(10, 'minute') });
  }
  return [
    ...own,
    { bucket: 'endpoint/api', limit: 100, windowMs: minuteMs, message: exceeded(100, 'minute') },
    { bucket: 'endpoint/api/hour', limit: 1500, windowMs: hourMs, message: exceeded(1500, 'hour') },
  ];
}

export type Throttle = {
  /** Counts the request, or throws the 429 it gets instead. */
  count(api: ApiName, method: string, path: string): void;
  /** Requests in the current window, per bucket. */
  levels(): Record<string, number>;
};

export function createThrottle(clock: Clock): Throttle {
  const buckets = new Map<string, number[]>();

  function inWindow({ bucket, windowMs }: Quota, nowMs: number): number[] {
    const recent = (buckets.get(bucket) ?? []).filter((atMs) => atMs > nowMs - windowMs);
    buckets.set(bucket, recent);
    return recent;
  }

  return {
    count: (api, method, path) => {
      const nowMs = clock.nowMs();
      const quotas = quotasOf(api, method, path);
      for (const quota of quotas) {
        const recent = inWindow(quota, nowMs);
        const oldest = recent[0];
        if (recent.length < quota.limit || oldest === undefined) continue;
        const waitSeconds = Math.max(1, Math.ceil((oldest + quota.windowMs - nowMs) / 1000));
        const headers: Record<string, string> = quota.silent ? {} : { 'retry-after': String(waitSeconds) };
        throw new Refusal(429, 'TooManyRequests', quota.message, { headers });
      }
      // Only what is let through counts.
      for (const { bucket } of quotas) buckets.get(bucket)?.push(nowMs);
    },
    levels: () => Object.fromEntries([...buckets].map(([bucket, times]) => [bucket, times.length])),
  };
}
