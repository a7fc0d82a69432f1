/** The system query options of a request. What an endpoint doesn't take is refused, never ignored. */
import { Refusal } from '@/mocks/handlers/manners/refusal';

export type QueryOption =
  | '$filter'
  | '$orderby'
  | '$top'
  | '$skip'
  | '$count'
  | '$expand'
  | '$select'
  | '$skiptoken'
  | '$search';

export type QueryOptions = {
  text(name: QueryOption): string | null;
  count(name: QueryOption, fallback: number): number;
  flag(name: QueryOption): boolean;
};

export function queryOptions(url: URL, allowed: readonly QueryOption[], others: readonly string[] = []): QueryOptions {
  const values = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    const option = name.toLowerCase();
    if (others.includes(option)) continue;
    if (!allowed.some((candidate) => candidate === option)) {
      const what = name.startsWith('$') ? 'Query option' : 'Parameter';
      throw new Refusal(400, 'BadRequest', `${what} '${name}' is not supported on this resource.`);
    }
    if (values.has(option))
      throw new Refusal(400, 'BadRequest', `Query option '${name}' was specified more than once.`);
    values.set(option, value);
  }
  return {
    text: (name) => values.get(name) ?? null,
    count: (name, fallback) => {
      const text = values.get(name);
      if (text === undefined) return fallback;
      if (!/^\d+$/.test(text)) {
        throw new Refusal(
          400,
          'BadRequest',
          `Invalid value '${text}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`,
        );
      }
      return Number(text);
    },
    flag: (name) => {
      const text = values.get(name)?.toLowerCase();
      if (text === undefined || text === 'false') return false;
      if (text === 'true') return true;
      throw new Refusal(400, 'BadRequest', `Invalid value '${text}' for ${name} query option found.`);
    },
  };
}
