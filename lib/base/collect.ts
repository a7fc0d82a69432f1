/** All elements of a list that comes in pages. (`Array.fromAsync` is newer than the Node we run on.) */
export async function collect<Element>(pages: AsyncIterable<readonly Element[]>): Promise<Element[]> {
  const all: Element[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
