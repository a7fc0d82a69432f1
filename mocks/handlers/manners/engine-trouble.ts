/** A query that takes too long, and an engine that stops while it works: what both query APIs say then. */
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { EngineGone } from '@/mocks/kql/process/engine-gone';
import type { JsonResult } from '@/mocks/kql/run/contract';

const retryAfterSeconds = 2;

/** The service is unavailable for a moment: worth repeating. */
export async function whileEngineLives<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    if (!(cause instanceof EngineGone)) throw cause;
    throw new Refusal(503, 'ServiceUnavailable', 'The query engine is restarting. Please try again.', {
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
  }
}

type Problems = Extract<JsonResult, { ok: false }>['problems'];

/** https://learn.microsoft.com/azure/azure-monitor/logs/api/timeouts */
export function outOfTime(problems: Problems): Refusal | undefined {
  if (problems[0]?.code !== 'E_QUERY_TIMEOUT') return undefined;
  return new Refusal(
    504,
    'GatewayTimeout',
    'The query did not finish within the time it may take. Narrow it, or ask for more time.',
  );
}
