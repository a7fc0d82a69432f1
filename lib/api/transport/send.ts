/** The shape of everything between a function of the client and the wire. */

/** Takes a request to whoever answers it: `fetch`, the mock tenant in a test, or a chain of policies before them. */
export type Send = (request: Request) => Promise<Response>;

/** One concern of the transport: it wraps the rest of the chain. */
export type Policy = (next: Send) => Send;

/** Puts policies around `send`; the first one sees the request first and the response last. */
export function compose(send: Send, policies: readonly Policy[]): Send {
  return policies.reduceRight((next, policy) => policy(next), send);
}

/** The same request with one more header. A header that is already there is added to, as HTTP lists are. */
export function withHeader(request: Request, name: string, value: string): Request {
  const headers = new Headers(request.headers);
  headers.append(name, value);
  return new Request(request, { headers });
}
