import { expect, test } from 'vitest';
import { ApiError } from '@/lib/api/transport/api-error';
import { raiseErrors } from '@/lib/api/transport/raise-errors';
import type { Send } from '@/lib/api/transport/send';
import { manualClock } from '@/lib/base/manual-clock';

const request = (signal?: AbortSignal) => new Request('https://management.azure.com/x', { signal: signal ?? null });

async function errorOf(send: Send, asked = request()): Promise<unknown> {
  return raiseErrors(
    'sentinel',
    manualClock(),
  )(send)(asked).then(
    () => null,
    (error: unknown) => error,
  );
}

function refusal(status: number, body: unknown, headers: Record<string, string> = {}): Send {
  return async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

test.each<[string, Send, object]>([
  [
    'Graph, id in the body',
    refusal(404, { error: { code: 'NotFound', message: 'no such incident', innerError: { 'request-id': 'r1' } } }),
    { status: 404, code: 'NotFound', message: 'no such incident', requestId: 'r1', retryable: false },
  ],
  [
    'Graph, older spelling of the inner error',
    refusal(403, { error: { code: 'Forbidden', message: 'no', innererror: { 'request-id': 'r2' } } }),
    { status: 403, requestId: 'r2' },
  ],
  [
    'ARM, stale etag',
    refusal(409, { error: { code: 'Conflict', message: 'Newer version exists' } }, { 'x-ms-request-id': 'r3' }),
    { status: 409, code: 'Conflict', requestId: 'r3', retryable: false },
  ],
  [
    'Log Analytics, the innermost words added',
    refusal(400, {
      error: {
        code: 'BadArgumentError',
        message: 'The request had some invalid properties',
        innererror: { code: 'SyntaxError', message: 'at the query', innererror: { code: 'SYN0002', message: 'here' } },
      },
    }),
    { code: 'BadArgumentError', message: 'The request had some invalid properties here' },
  ],
  [
    'Entra',
    refusal(401, { error: 'invalid_client', error_description: 'AADSTS7000215: wrong secret', trace_id: 't1' }),
    { status: 401, code: 'invalid_client', message: 'AADSTS7000215: wrong secret', requestId: 't1' },
  ],
  [
    'hunting, which often says nothing',
    refusal(500, { error: { code: 'UnknownError', message: '' } }),
    { status: 500, code: 'UnknownError', message: 'HTTP 500' },
  ],
  [
    'a proxy, in HTML',
    refusal(502, '<html>Bad <script>gateway</script></html>'),
    { status: 502, code: 'HttpError', message: 'HTTP 502', retryable: true },
  ],
  [
    'throttled',
    refusal(429, { error: { code: 'TooManyRequests', message: 'slow down' } }, { 'retry-after': '12' }),
    { status: 429, retryable: true, retryAfterMs: 12_000 },
  ],
])('%s', async (_name, send, facts) => {
  const error = await errorOf(send);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ api: 'sentinel', ...facts });
});

test('a broken connection names the host and the reason, which Node hides one level down', async () => {
  const broken = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
  expect(await errorOf(() => Promise.reject(broken))).toMatchObject({
    status: 0,
    code: 'ConnectionFailed',
    message: 'The connection to management.azure.com failed (ECONNREFUSED).',
    retryable: true,
  });
});

test('an abort stays an abort', async () => {
  const reason = new Error('the analyst left');
  const signal = AbortSignal.abort(reason);
  expect(await errorOf(() => Promise.reject(reason), request(signal))).toBe(reason);
});
