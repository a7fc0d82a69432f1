/** One refusal, in the envelope of the API that was asked. Every Microsoft API has its own. */
import { HttpResponse } from 'msw';
import { guidOf } from '@/lib/base/random';
import type { ApiName } from '@/mocks/handlers/manners/apis';
import type { Exchange } from '@/mocks/handlers/manners/exchange';
import type { Refusal } from '@/mocks/handlers/manners/refusal';

type Body = Record<string, unknown>;

const bodies: Record<ApiName, (refusal: Refusal, exchange: Exchange) => Body> = {
  graph: ({ code, message, extra }, { requestId, clientRequestId, at }) => ({
    error: {
      code,
      message,
      ...extra,
      innerError: { date: at.slice(0, 19), 'request-id': requestId, 'client-request-id': clientRequestId },
    },
  }),
  arm: ({ code, message, extra }) => ({ error: { code, message, ...extra } }),
  logs: ({ code, message, extra }, { requestId }) => ({ error: { message, code, correlationId: requestId, ...extra } }),
  endpoint: ({ code, message, extra }, { requestId }) => ({ error: { code, message, target: requestId, ...extra } }),
  entra: ({ code, message, extra }, { requestId, clientRequestId, at }) => {
    const number = Number(/^AADSTS(\d+)/.exec(message)?.[1] ?? 0);
    const timestamp = `${at.slice(0, 19).replace('T', ' ')}Z`;
    const trace = guidOf(`trace/${requestId}`);
    return {
      error: code,
      error_description: `${message} Trace ID: ${trace} Correlation ID: ${clientRequestId} Timestamp: ${timestamp}`,
      error_codes: [number],
      timestamp,
      trace_id: trace,
      correlation_id: clientRequestId,
      ...extra,
    };
  },
  control: ({ code, message, extra }) => ({ error: { code, message, ...extra } }),
};

export function errorReply(refusal: Refusal, exchange: Exchange): Response {
  return HttpResponse.json(bodies[exchange.api](refusal, exchange), {
    status: refusal.status,
    headers: refusal.headers,
  });
}
