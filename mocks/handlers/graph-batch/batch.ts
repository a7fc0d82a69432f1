/**
 * Several Graph requests in one. Each goes through the tenant's door by itself, so each has its own permission, quota,
 * trouble and status; the batch answers 200 whenever it could be read. https://learn.microsoft.com/graph/json-batching
 */
import { HttpResponse, http } from 'msw';
import {
  type GraphBatchAnswer,
  type GraphBatchStep,
  graphBatchLimit,
  graphBatchRequest,
} from '@/lib/wire/graph-batch/batch';
import { currentExchange, linkTo } from '@/mocks/handlers/manners/exchange';
import { DroppedConnection } from '@/mocks/handlers/manners/faults';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';

const methods = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);
const bad = (message: string): Refusal => new Refusal(400, 'BadRequest', message);
const keyOf = (id: string): string => id.toLowerCase();

function refuseShape(steps: readonly GraphBatchStep[]): void {
  if (steps.length === 0) throw bad('Invalid batch payload format: there is no request in it.');
  if (steps.length > graphBatchLimit) {
    throw bad(`Number of batch request steps exceeds the maximum value of ${graphBatchLimit}.`);
  }
  const seen = new Set<string>();
  for (const { id, method, url, headers, body } of steps) {
    if (id === '') throw bad('Request Id must not be empty.');
    if (seen.has(keyOf(id))) throw bad(`Request Id '${id}' has to be unique in a batch.`);
    seen.add(keyOf(id));
    if (!methods.has(method.toUpperCase())) throw bad(`Request '${id}': '${method}' is not a supported method.`);
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || /^\/?\$batch\b/i.test(url)) {
      throw bad(`Request '${id}': '${url}' is not a relative resource URL.`);
    }
    const typed = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type');
    if (body !== undefined && !typed)
      throw bad(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
}

/** What each request waits for; a name that isn't there and a circle are refused before anything runs. */
function refuseOrder(steps: readonly GraphBatchStep[]): void {
  const byKey = new Map(steps.map((step) => [keyOf(step.id), step]));
  const walk = (step: GraphBatchStep, path: readonly string[]): void => {
    if (path.includes(keyOf(step.id))) throw bad(`Request '${step.id}' depends on itself.`);
    for (const id of step.dependsOn ?? []) {
      const before = byKey.get(keyOf(id));
      if (!before) throw bad(`Request '${step.id}' depends on '${id}', which is not in the batch.`);
      walk(before, [...path, keyOf(step.id)]);
    }
  };
  for (const step of steps) walk(step, []);
}

const failedDependency = (id: string): GraphBatchAnswer => ({
  id,
  status: 424,
  headers: { 'Content-Type': 'application/json' },
  body: {
    error: {
      code: 'FailedDependency',
      message: 'One or more dependencies of this request failed.',
      innerError: {
        date: currentExchange().at.slice(0, 19),
        'request-id': currentExchange().requestId,
        'client-request-id': currentExchange().clientRequestId,
      },
    },
  },
});

async function bodyOf(response: Response): Promise<{ body?: unknown }> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length === 0) return {};
  const json = /json/i.test(response.headers.get('content-type') ?? '');
  return { body: json ? JSON.parse(bytes.toString()) : bytes.toString('base64') };
}

async function run(step: GraphBatchStep, version: string, outer: Request): Promise<GraphBatchAnswer> {
  const headers = new Headers(step.headers);
  const authorization = outer.headers.get('authorization');
  if (authorization && !headers.has('authorization')) headers.set('authorization', authorization);
  const url = linkTo(`https://graph.microsoft.com/${version}/${step.url.replace(/^\//, '')}`);
  const method = step.method.toUpperCase();
  const sends = step.body !== undefined && method !== 'GET';
  const inner = new Request(url, { method, headers, ...(sends ? { body: JSON.stringify(step.body) } : {}) });
  try {
    const response = await currentExchange().again(inner);
    const { status } = response;
    return { id: step.id, status, headers: Object.fromEntries(response.headers), ...(await bodyOf(response)) };
  } catch (failure) {
    if (!(failure instanceof DroppedConnection)) throw failure;
    // The service behind the batch never answered; the batch itself still can.
    return {
      id: step.id,
      status: 504,
      body: { error: { code: 'GatewayTimeout', message: 'The service did not answer.' } },
    };
  }
}

/** Every request starts as soon as those it depends on are done. */
async function answers(steps: readonly GraphBatchStep[], version: string, outer: Request): Promise<GraphBatchAnswer[]> {
  const byKey = new Map(steps.map((step) => [keyOf(step.id), step]));
  const started = new Map<string, Promise<GraphBatchAnswer>>();
  const start = (step: GraphBatchStep): Promise<GraphBatchAnswer> => {
    const known = started.get(keyOf(step.id));
    if (known) return known;
    const before = (step.dependsOn ?? []).flatMap((id) => byKey.get(keyOf(id)) ?? []).map(start);
    const answer = Promise.all(before).then((done) =>
      done.some(({ status }) => status >= 400) ? failedDependency(step.id) : run(step, version, outer),
    );
    started.set(keyOf(step.id), answer);
    return answer;
  };
  return Promise.all(steps.map(start));
}

export const batchHandlers: HandlerGroup = () => [
  http.post(/^https:\/\/graph\.microsoft\.com\/(?:v1\.0|beta)\/\$batch$/, async ({ request }) => {
    const { requests } = await parsedBody(request, graphBatchRequest, 'BadRequest');
    refuseShape(requests);
    refuseOrder(requests);
    const version = new URL(request.url).pathname.split('/')[1] ?? 'v1.0';
    return HttpResponse.json({ responses: await answers(requests, version, request) });
  }),
];
