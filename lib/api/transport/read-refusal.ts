/** Reads what a service says when it refuses. Four envelopes, one shape; a proxy's HTML is never quoted. */
import { entraError } from '@/lib/wire/entra/token';
import { graphError } from '@/lib/wire/graph-error';
import { type LogsErrorBody, logsError } from '@/lib/wire/log-analytics/error';

/** `code` is Microsoft's, or `HttpError`; `requestId` is null where the envelope has none; `body` is unchecked. */
export type Refusal = { code: string; message: string; requestId: string | null; body: unknown };

/** Takes the body of the response, which nobody can read again. A body that is no JSON is no error here. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const fallback = `HTTP ${response.status}${response.statusText === '' ? '' : ` ${response.statusText}`}`;
  const body = parseJson(await response.text());
  const entra = entraError.safeParse(body);
  if (entra.success) {
    const { error, error_description: description, trace_id: traceId } = entra.data;
    return { code: error, message: description ?? fallback, requestId: traceId ?? null, body };
  }
  const logs = logsError.safeParse(body);
  // Graph's and ARM's envelopes are the same but for the inner error, which ARM doesn't have.
  const graph = graphError.safeParse(body);
  if (!graph.success) return { code: 'HttpError', message: fallback, requestId: null, body };
  const { code, message, innerError, innererror } = graph.data.error;
  return {
    code: code === '' ? 'HttpError' : code,
    message: (logs.success ? withInnermost(logs.data.error) : message) || fallback,
    requestId: (innerError ?? innererror)?.['request-id'] ?? null,
    body,
  };
}

/** Log Analytics says "invalid properties" outside and what is wrong with the query inside. */
function withInnermost(error: LogsErrorBody): string {
  let innermost = error;
  while (innermost.innererror) innermost = innermost.innererror;
  return innermost.message === error.message ? error.message : `${error.message} ${innermost.message}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: a proxy or a load balancer answered. The status says what there is to say.
    return undefined;
  }
}
