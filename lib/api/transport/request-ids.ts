/** Names every request, so that what an analyst saw can be found in Microsoft's logs. */
import type { Policy } from '@/lib/api/transport/send';
import { withHeader } from '@/lib/api/transport/send';

/** Graph and Entra spell it without a prefix, Azure with one. */
export type RequestIdHeader = 'client-request-id' | 'x-ms-client-request-id';

/** One id for a call and for all its tries. */
export function requestIds(header: RequestIdHeader, newId: () => string): Policy {
  return (next) => (request) => next(withHeader(request, header, newId()));
}

/** The id to quote to Microsoft: the service's own, else the echo of ours. */
export function requestIdOf(headers: Headers): string | null {
  return (
    headers.get('request-id') ??
    headers.get('x-ms-request-id') ??
    headers.get('client-request-id') ??
    headers.get('x-ms-client-request-id')
  );
}
