/**
 * Only the console's own pages may call its API. Another site can make a browser send a POST with our cookies, but it
 * can neither fake these headers nor send JSON without being asked for permission first (CORS preflight).
 * https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 */

/** Why a request is refused; null when it may pass. */
export function refusalOf(request: Request): string | null {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return 'This API answers only to the console itself.';
  const origin = request.headers.get('origin');
  if (origin !== null && !isOurs(origin, request)) return 'This API answers only to the console itself.';
  if (request.method === 'GET') return null;
  if (request.method !== 'POST') return 'Only GET and POST are known here.';
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' ? null : 'State changes are taken as application/json only.';
}

/** Behind a proxy the host that the browser sees is the forwarded one. */
function isOurs(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false;
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? new URL(request.url).host;
  return new URL(origin).host === host;
}
