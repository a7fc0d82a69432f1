/** Following a list from page to page. */
import { ApiError } from '@/lib/api/transport/api-error';
import type { Call, CallRequest } from '@/lib/api/transport/call';

/** How a page names the next one: Graph's spelling, then ARM's. */
export type Page = { '@odata.nextLink'?: string | undefined } | { nextLink?: string | null | undefined };

/**
 * Yields every page. A next link is absolute and followed as it stands, but only to where we came from: it arrives in
 * a reply, and our token goes with the request.
 */
export async function* pages<Output extends Page>(call: Call, first: CallRequest<Output>): AsyncGenerator<Output> {
  let request = first;
  for (;;) {
    const page = await call(request);
    yield page;
    const link = nextLinkOf(page);
    if (link === null) return;
    const { query: _sentWithTheFirst, ...rest } = first;
    request = { ...rest, path: sameOrigin(call, link) };
  }
}

/** Null on the last page. Some services say so with an empty link. */
export function nextLinkOf(page: Page): string | null {
  const link = '@odata.nextLink' in page ? page['@odata.nextLink'] : 'nextLink' in page ? page.nextLink : null;
  return link === undefined || link === '' ? null : link;
}

/** The link as a URL. Throws an ApiError `ForeignNextLink` for one that leads elsewhere. */
export function sameOrigin(call: Call, link: string): URL {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url !== null && url.origin === new URL(call.baseUrl).origin) return url;
  throw new ApiError({
    api: call.api,
    status: 200,
    code: 'ForeignNextLink',
    message: `The list continues at ${url?.origin ?? 'something that is not a URL'}, which is not where it began.`,
    requestId: null,
    retryable: false,
  });
}
