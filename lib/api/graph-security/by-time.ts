/**
 * Reading a list to its end by moving a time boundary forward, which is Microsoft's advice for lists of the security
 * API: `$skip` ends at 500 and `alerts_v2` has no next link at all.
 * https://learn.microsoft.com/graph/api/resources/security-error-codes
 */

/** The two times by which these lists can be filtered and ordered. */
export type TimeField = 'lastUpdateDateTime' | 'createdDateTime';

/** Something with an id and at least one of the times. */
export type Dated = { id: string } & { [Field in TimeField]?: string | null | undefined };

/** Where a run begins: at this time, or just after it. */
export type Boundary = { at: string; after: boolean };

/** Pages in ascending order of a time. The return value says whether there may be more than the run could reach. */
export type Run<Element> = AsyncGenerator<Element[], boolean>;

/** The service refuses `$skip` beyond this, also in links of its own making. */
export const lastReachableSkip = 500;

/** How to read one run, and what to do where one instant holds more than a run can reach. */
export type ByTimeOptions<Element> = {
  field: TimeField;
  /** ISO 8601 UTC, inclusive. */
  since: string | undefined;
  runFrom: (boundary: Boundary | undefined) => Run<Element>;
  /** Reads in some other way what carries this very time: more than one run can reach. */
  crowdAt: (time: string | undefined) => AsyncGenerator<Element[]>;
};

/**
 * Yields what `runFrom` finds, starting again from the newest time seen while a run says that there may be more.
 * Runs begin at their boundary inclusive, because two changes may carry the same time and one of them may lie behind
 * the end of a run; what an earlier run has brought already is left out.
 */
export async function* byTime<Element extends Dated>(options: ByTimeOptions<Element>): AsyncGenerator<Element[]> {
  const { field, since, runFrom, crowdAt } = options;
  const seen = new Set<string>();
  const unseen = (page: Element[]) => {
    const fresh = page.filter((element) => !seen.has(versionOf(element)));
    for (const element of fresh) seen.add(versionOf(element));
    return fresh;
  };
  let from: Boundary | undefined = since === undefined ? undefined : { at: since, after: false };
  for (;;) {
    let newest = from?.at;
    const more = yield* pagesOf(runFrom(from), (page) => {
      newest = page.at(-1)?.[field] ?? newest;
      return unseen(page);
    });
    if (!more) return;
    const stuck = newest === from?.at && from?.after !== true;
    if (stuck) for await (const page of crowdAt(newest)) yield unseen(page);
    if (newest === undefined) return;
    from = { at: newest, after: stuck };
  }
}

/** What `keep` leaves of each page of a run, and at the end what the run answers. */
async function* pagesOf<Element>(run: Run<Element>, keep: (page: Element[]) => Element[]): Run<Element> {
  try {
    for (let step = await run.next(); ; step = await run.next()) {
      if (step.done) return step.value;
      const page = keep(step.value);
      if (page.length > 0) yield page;
    }
  } finally {
    await run.return(false);
  }
}

function versionOf({ id, lastUpdateDateTime }: Dated): string {
  return `${id} ${lastUpdateDateTime ?? ''}`;
}
