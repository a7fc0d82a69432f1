/** Five queries at a time for each caller; the sixth is turned away. */
import { Refusal } from '@/mocks/handlers/manners/refusal';

/** https://learn.microsoft.com/azure/azure-monitor/service-limits#user-query-throttling */
const concurrent = 5;
const retryAfterSeconds = 5;

export type Line = { enter<Answer>(caller: string, ask: () => Promise<Answer>): Promise<Answer> };

export function createLine(): Line {
  const running = new Map<string, number>();
  return {
    enter: async (caller, ask) => {
      const ahead = running.get(caller) ?? 0;
      if (ahead >= concurrent) {
        const message = `Number of concurrent queries exceeded the limit of ${concurrent}.`;
        throw new Refusal(429, 'ThrottledError', message, { headers: { 'retry-after': String(retryAfterSeconds) } });
      }
      running.set(caller, ahead + 1);
      try {
        return await ask();
      } finally {
        running.set(caller, (running.get(caller) ?? 1) - 1);
      }
    },
  };
}
