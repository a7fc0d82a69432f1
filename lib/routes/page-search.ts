/** The search of an address as Next gives it to a page, as the parsers of this folder take it. */
export type PageSearch = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Of a repeated parameter the first counts, as it does for the parsers. */
export async function pageSearch({ searchParams }: PageSearch): Promise<URLSearchParams> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined) search.set(name, text);
  }
  return search;
}
