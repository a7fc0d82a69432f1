/** One call of one service: build the request, send it, check the reply against its schema. */
import { z } from 'zod';
import { ApiError, type ApiName } from '@/lib/api/transport/api-error';
import { requestIdOf } from '@/lib/api/transport/request-ids';
import type { Send } from '@/lib/api/transport/send';

/** One request and what its reply has to look like. `signal` aborts it and every repetition. */
export type CallRequest<Output> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base URL, or a whole URL that `pages` has checked. Parts from outside go through `segment` (url-parts.ts). */
  path: string | URL;
  /** Undefined values are left out. */
  query?: Readonly<Record<string, string | number | undefined>>;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a URLSearchParams as a form. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  reply: z.ZodType<Output>;
  /** What an empty reply means, perhaps by its headers; without it an empty reply is an error. */
  whenEmpty?: Output;
  fromHeaders?: (headers: Headers) => Output;
};

/** Bound to one service. Rejects with an ApiError, or with the signal's reason. */
export type Call = {
  <Output>(request: CallRequest<Output>): Promise<Output>;
  readonly api: ApiName;
  readonly baseUrl: string;
};

/** `send` is the chain of policies of this service. */
export function createCall(api: ApiName, baseUrl: string, send: Send): Call {
  async function call<Output>(request: CallRequest<Output>): Promise<Output> {
    const response = await send(toRequest(baseUrl, request));
    const text = await response.text();
    if (text === '' && request.fromHeaders !== undefined) return request.fromHeaders(response.headers);
    if (text === '' && request.whenEmpty !== undefined) return request.whenEmpty;
    const parsed = request.reply.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    throw unexpected(api, response, text, parsed.error);
  }
  return Object.assign(call, { api, baseUrl });
}

function toRequest<Output>(baseUrl: string, { path, query = {}, ...rest }: CallRequest<Output>): Request {
  const url = typeof path === 'string' ? new URL(`${baseUrl}${path}`) : new URL(path);
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  // Not URLSearchParams: it writes a space as `+`, which OData services take for a plus sign.
  const added = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  if (added !== '') url.search = url.search === '' ? added : `${url.search}&${added}`;
  const { body, contentType } = bodyOf(rest.body);
  const headers = new Headers({ accept: 'application/json', ...rest.headers });
  if (contentType !== null) headers.set('content-type', contentType);
  // A signal of its own: a Request leaves a listener on the one it is given until it is collected itself, and who reads
  // a whole system gives one signal to thousands.
  const signal = rest.signal === undefined ? null : AbortSignal.any([rest.signal]);
  return new Request(url, { method: rest.method, headers, body, signal });
}

function bodyOf(body: unknown): { body: string | null; contentType: string | null } {
  if (body === undefined) return { body: null, contentType: null };
  if (body instanceof URLSearchParams) {
    return { body: body.toString(), contentType: 'application/x-www-form-urlencoded' };
  }
  // With the charset spelt out: hunting needs it for queries beyond ASCII.
  return { body: JSON.stringify(body), contentType: 'application/json; charset=utf-8' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses `undefined`, and `unexpected` says what came instead.
    return undefined;
  }
}

function unexpected(api: ApiName, response: Response, text: string, error: z.ZodError): ApiError {
  const [issue] = error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the reply' : z.core.toDotPath(issue.path);
  const what = text === '' ? 'The reply is empty' : `The reply is not as documented: ${place}: ${issue?.message ?? ''}`;
  return new ApiError({
    api,
    status: response.status,
    code: 'UnexpectedReply',
    message: `${what}.`,
    requestId: requestIdOf(response.headers),
    retryable: false,
    cause: error,
  });
}
