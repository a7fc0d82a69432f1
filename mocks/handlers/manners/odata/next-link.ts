/** The link to the page that starts at `offset`: the same question, on the origin it was asked by. */
import { linkTo } from '@/mocks/handlers/manners/exchange';
import { skipTokenOf } from '@/mocks/handlers/manners/odata/skip-token';

export function nextLink(url: URL, offset: number, parameter: '$skiptoken' | '$skipToken'): string {
  const params = [...url.searchParams].filter(([name]) => !/^\$skip(token)?$/i.test(name));
  const text = [...params, [parameter, skipTokenOf(offset)] as const]
    .map(([name, value]) => `${name.startsWith('$') ? name : encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return linkTo(`https://${url.host}${url.pathname}?${text}`);
}
