/** Trouble on demand: an outage, a slow line or a throttle that a test or a demonstration asked for. */
import { z } from 'zod';
import { Refusal } from '@/mocks/handlers/manners/refusal';

export const faultRequest = z.strictObject({
  /** The Microsoft host, e.g. `graph.microsoft.com`; any when left out. */
  host: z.string().optional(),
  /** A part of the path, or a regular expression between slashes. */
  path: z.string().optional(),
  method: z.string().toUpperCase().optional(),
  /** How many requests it hits; without one it stays until it is taken away. */
  count: z.int().positive().optional(),
  /** The status to answer with; without one (and without `drop`) the request goes through after `delayMs`. */
  status: z.int().min(400).max(599).optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  retryAfterSeconds: z.number().nonnegative().optional(),
  /** `before`: the connection ends and nothing happened. `after`: the write is done and the answer is lost. */
  drop: z.enum(['before', 'after']).optional(),
  /** Real milliseconds, not the tenant's. */
  delayMs: z.number().nonnegative().optional(),
});
export type FaultRequest = z.infer<typeof faultRequest>;
export type Fault = FaultRequest & { id: number; left: number; hits: number };

/** What the door throws when the line goes dead; a server ends the connection, `tenant.fetch` rejects as fetch does. */
export class DroppedConnection extends TypeError {
  constructor() {
    super('fetch failed');
    this.cause = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  }
}

export type Faults = {
  add(request: FaultRequest): Fault;
  clear(): void;
  list(): readonly Fault[];
  /** The fault this request meets, counted as met. */
  meet(request: Request): Fault | undefined;
};

export function createFaults(): Faults {
  let faults: Fault[] = [];
  let ids = 0;
  return {
    add: (request) => {
      const fault: Fault = { ...request, id: ++ids, left: request.count ?? Number.POSITIVE_INFINITY, hits: 0 };
      faults = [...faults, fault];
      return fault;
    },
    clear: () => {
      faults = [];
    },
    list: () => faults,
    meet: (request) => {
      const url = new URL(request.url);
      const fault = faults.find((candidate) => candidate.left > 0 && matches(candidate, request.method, url));
      if (!fault) return undefined;
      fault.left -= 1;
      fault.hits += 1;
      return fault;
    },
  };
}

function matches(fault: Fault, method: string, url: URL): boolean {
  if (fault.host && fault.host !== url.host) return false;
  if (fault.method && fault.method !== method) return false;
  if (!fault.path) return true;
  const expression = /^\/(.*)\/([dgimsuy]*)$/.exec(fault.path);
  if (expression?.[1]) return new RegExp(expression[1], expression[2]).test(url.pathname);
  return url.pathname.toLowerCase().includes(fault.path.toLowerCase());
}

const usualCodes: Record<number, readonly [string, string]> = {
  400: ['BadRequest', 'The request is not valid.'],
  401: ['InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'],
  403: ['Forbidden', 'Missing application role or permission.'],
  404: ['NotFound', 'The resource was not found.'],
  409: ['Conflict', 'Newer version of resource exists. Data was not saved'],
  429: ['TooManyRequests', 'Too many requests. Please try again later.'],
  500: ['InternalServerError', 'An internal error occurred.'],
  502: ['BadGateway', 'The gateway got no valid answer.'],
  503: ['ServiceUnavailable', 'The service is temporarily unavailable.'],
  504: ['GatewayTimeout', 'The gateway did not receive an answer in time.'],
};

/** The refusal a fault stands for; undefined when it only delays or drops. */
export function refusalOf(fault: Fault): Refusal | undefined {
  if (fault.status === undefined) return undefined;
  const [code, message] = usualCodes[fault.status] ?? ['Fault', 'A fault that was asked for.'];
  const headers: Record<string, string> =
    fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) };
  return new Refusal(fault.status, fault.code ?? code, fault.message ?? message, { headers });
}

/** Waits in real time, or until the caller has gone. */
export function delay(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, waitMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
