/**
 * Two ways to the same tenant: Microsoft's own hosts (a client that was given `tenant.fetch`), and
 * `https://localhost:4443/<microsoft-host>/<path>` (everyone who comes over the network).
 */
import { type ApiName, apiOf } from '@/mocks/handlers/manners/apis';

export type Address = {
  api: ApiName;
  host: string;
  /** The URL at Microsoft. */
  url: URL;
  /** What stood before the host; empty when Microsoft's host was asked by its own name. */
  origin: string;
};

export function addressOf(requestUrl: string): Address | undefined {
  const url = new URL(requestUrl);
  const direct = apiOf(url.hostname);
  if (direct) return { api: direct, host: url.hostname, url, origin: '' };
  const [, host = '', path = ''] = /^\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
  const api = apiOf(host.toLowerCase());
  if (!api) return undefined;
  return {
    api,
    host: host.toLowerCase(),
    url: new URL(`https://${host}${path || '/'}${url.search}`),
    origin: url.origin,
  };
}
