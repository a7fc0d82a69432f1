/**
 * The way in for every request: finds the API, meets trouble that was ordered, checks the token and the quota, asks the
 * handlers, and dresses the answer as that API would. A request nobody answers is an error and is said so out loud.
 */
import { getResponse, type RequestHandler } from 'msw';
import { type Address, addressOf } from '@/mocks/handlers/manners/address';
import { knownHosts } from '@/mocks/handlers/manners/apis';
import { authorize } from '@/mocks/handlers/manners/authorize';
import { errorReply } from '@/mocks/handlers/manners/error-reply';
import { type Exchange, withExchange } from '@/mocks/handlers/manners/exchange';
import { DroppedConnection, delay, type Fault, refusalOf } from '@/mocks/handlers/manners/faults';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { unanswered } from '@/mocks/handlers/manners/unanswered';
import type { Services } from '@/mocks/handlers/services';
import { armActivityRows } from '@/mocks/store/faces/arm-activity-rows';

export type Door = (request: Request) => Promise<Response>;

export function createDoor(
  services: Services,
  handlers: RequestHandler[],
  report: (message: string, failure?: unknown) => void,
): Door {
  const door: Door = async (request) => {
    const address = addressOf(request.url);
    if (!address) return nowhere(request);
    const asked = new Request(address.url, request);
    const exchange = exchangeOf(address, asked, services, door);
    const fault = address.api === 'control' ? undefined : services.faults.meet(asked);
    if (fault?.delayMs) await delay(fault.delayMs, request.signal);
    if (fault?.drop === 'before') throw new DroppedConnection();
    const response = await withExchange(exchange, () => respond(asked, exchange, fault));
    logArmChange(services, exchange, asked, response);
    if (fault?.drop === 'after') throw new DroppedConnection();
    count(services, exchange, response);
    return dressed(response, exchange);
  };
  return door;

  async function respond(request: Request, exchange: Exchange, fault: Fault | undefined): Promise<Response> {
    try {
      const refusal = fault ? refusalOf(fault) : undefined;
      if (refusal) throw refusal;
      exchange.caller = await authorize(exchange.api, request, services);
      services.throttle.count(exchange.api, request.method, new URL(request.url).pathname);
      const response = await getResponse(handlers, request);
      if (response) return response;
      report(`nobody answers ${request.method} ${request.url}`);
      throw unanswered(exchange.api, request);
    } catch (failure) {
      if (failure instanceof Refusal) return errorReply(failure, exchange);
      if (request.signal.aborted) throw failure;
      report(`${request.method} ${request.url} failed`, failure);
      return errorReply(new Refusal(500, 'InternalServerError', 'The mock tenant failed; see its log.'), exchange);
    }
  }
}

let requests = 0;
/** Ids only have to differ; counting keeps a run the same every time. */
const nextRequestId = (): string => `00000000-0000-4000-8000-${(requests++).toString(16).padStart(12, '0')}`;

function exchangeOf(address: Address, request: Request, { store }: Services, again: Door): Exchange {
  const requestId = nextRequestId();
  const sentId = request.headers.get('client-request-id') ?? request.headers.get('x-ms-client-request-id');
  return {
    api: address.api,
    host: address.host,
    origin: address.origin,
    requestId,
    clientRequestId: sentId ?? requestId,
    at: store.clock.iso(),
    caller: null,
    again,
  };
}

function nowhere(request: Request): Response {
  const message = `No Microsoft host in ${new URL(request.url).pathname}. Ask for /<host>/<path> with one of: ${knownHosts.join(', ')}.`;
  return Response.json({ error: { code: 'NotFound', message } }, { status: 404 });
}

function count({ traffic }: Services, { api }: Exchange, response: Response): void {
  const key = `${api} ${response.status}`;
  traffic.set(key, (traffic.get(key) ?? 0) + 1);
}

/** The subscription's activity log has every change over ARM that somebody known asked for, even if the answer was lost. */
function logArmChange({ store, logs }: Services, exchange: Exchange, request: Request, { status }: Response): void {
  const { api, caller, at, requestId: correlationId, clientRequestId } = exchange;
  if (api !== 'arm' || !caller || request.method === 'GET') return;
  const { pathname: path } = new URL(request.url);
  const by = caller.user?.upn ?? caller.objectId;
  const change = { method: request.method, path, status, at, correlationId, clientRequestId, caller: by };
  for (const { table, rows } of armActivityRows(store, change)) logs.write(table, rows);
}

/** Ids and the tenant's own time on every answer: a client that wants to know what time it is there reads `Date`. */
function dressed(response: Response, { api, requestId, clientRequestId, at }: Exchange): Response {
  const headers = new Headers(response.headers);
  headers.set('date', new Date(at).toUTCString());
  headers.set(api === 'arm' || api === 'logs' ? 'x-ms-request-id' : 'request-id', requestId);
  headers.set(api === 'arm' ? 'x-ms-client-request-id' : 'client-request-id', clientRequestId);
  if (api === 'arm') headers.set('x-ms-correlation-request-id', requestId);
  return new Response(response.body, { status: response.status, headers });
}
