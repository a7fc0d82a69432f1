/** Counts requests at the tenant's door against Microsoft's published limits, in moving windows on the tenant's clock. */

export type Quota = { name: string; limit: number; windowMs: number; counts: (request: Request) => boolean };

const isRead = ({ method }: Request, path: string) => method === 'GET' || /\/(alerts|entities)$/iu.test(path);
const pathOf = (request: Request) => new URL(request.url).pathname;
const minuteMs = 60_000;

const nouns = ['alerts', 'entities', 'comments', 'relations', 'tasks'];

function nounOf(path: string): string | null {
  const match = /\/Microsoft\.SecurityInsights\/incidents(?:\/[^/]+(?:\/([a-z]+))?)?/iu.exec(path);
  return match === null ? null : (match[1]?.toLowerCase() ?? 'incidents');
}

function sentinelQuotas(noun: string): Quota[] {
  return [
    {
      name: `SecurityInsights ${noun}, reads`,
      limit: 100,
      windowMs: 5 * minuteMs,
      counts: (request) => nounOf(pathOf(request)) === noun && isRead(request, pathOf(request)),
    },
    {
      name: `SecurityInsights ${noun}, writes`,
      limit: 75,
      windowMs: 5 * minuteMs,
      counts: (request) => nounOf(pathOf(request)) === noun && !isRead(request, pathOf(request)),
    },
  ];
}

/**
 * https://learn.microsoft.com/graph/throttling-limits, https://learn.microsoft.com/azure/azure-monitor/service-limits,
 * https://learn.microsoft.com/rest/api/securityinsights/request-limits-and-throttling and
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export const quotas: Quota[] = [
  {
    name: 'Graph security',
    limit: 150,
    windowMs: minuteMs,
    counts: (request) => /\/v1\.0\/security\/(?!runHuntingQuery)/iu.test(pathOf(request)),
  },
  {
    name: 'Advanced hunting',
    limit: 45,
    windowMs: minuteMs,
    counts: (request) => /runHuntingQuery$/iu.test(pathOf(request)),
  },
  ...['incidents', ...nouns].flatMap(sentinelQuotas),
  {
    name: 'Azure Resource Manager, reads',
    limit: 250,
    windowMs: 10_000,
    counts: (request) => pathOf(request).includes('management.azure.com') && isRead(request, pathOf(request)),
  },
  { name: 'Log Analytics', limit: 200, windowMs: 30_000, counts: (request) => /\/query$/u.test(pathOf(request)) },
];

/** `peak` is the most in any window, `at` where that window ended. */
export type Level = { name: string; limit: number; total: number; peak: number; at: string | null };

export function createQuotaMeter(nowMs: () => number) {
  const times = new Map<string, number[]>(quotas.map(({ name }) => [name, []]));
  return {
    count(request: Request): void {
      for (const { name, counts } of quotas) if (counts(request)) times.get(name)?.push(nowMs());
    },
    levels(): Level[] {
      return quotas.map(({ name, limit, windowMs }) => {
        const all = times.get(name) ?? [];
        let oldest = 0;
        let peak = 0;
        let at: number | null = null;
        for (const [index, time] of all.entries()) {
          while ((all[oldest] ?? time) <= time - windowMs) oldest += 1;
          if (index - oldest + 1 <= peak) continue;
          peak = index - oldest + 1;
          at = time;
        }
        return { name, limit, total: all.length, peak, at: at === null ? null : new Date(at).toISOString() };
      });
    },
    reset(): void {
      for (const name of times.keys()) times.set(name, []);
    },
  };
}
