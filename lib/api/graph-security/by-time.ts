/**
 * Reading a list to its end by moving a time boundary forward, which is Microsoft's advice for lists of the security
 * API: `$skip` ends at 500 and `alerts_v2` has no next link at all.
 * https://learn.microsoft.com/graph/api/resources/security-error-codes
 */
import { ApiError } from '@/lib/api/transport/api-error';

export type Dated = { id: string; lastUpdateDateTime?: string | null | undefined };

/** Pages in ascending order of change. The return value says whether there may be more than the run could reach. */
export type Run<Element> = AsyncGenerator<Element[], boolean>;

/** The service refuses `$skip` beyond this, also in links of its own making. */
export const lastReachableSkip = 500;

/**
 * Yields what `runFrom` finds, starting again from the newest change seen while a run says that there may be more.
 * Runs begin at their boundary inclusive, because two changes may carry the same time and one of them may lie behind
 * the end of a run; what an earlier run has brought already is left out.
 */
export async function* byTime<Element extends Dated>(
  since: string | undefined,
  runFrom: (since: string | undefined) => Run<Element>,
): AsyncGenerator<Element[]> {
  const seen = new Set<string>();
  let from = since;
  for (;;) {
    const run = runFrom(from);
    let newest = from;
    let more = false;
    try {
      for (let step = await run.next(); ; step = await run.next()) {
        if (step.done) {
          more = step.value;
          break;
        }
        newest = step.value.at(-1)?.lastUpdateDateTime ?? newest;
        const unseen = step.value.filter((element) => !seen.has(versionOf(element)));
        for (const element of unseen) seen.add(versionOf(element));
        if (unseen.length > 0) yield unseen;
      }
    } finally {
      await run.return(false);
    }
    if (!more) return;
    if (newest === from) throw stuck(from);
    from = newest;
  }
}

function versionOf({ id, lastUpdateDateTime }: Dated): string {
  return `${id} ${lastUpdateDateTime ?? ''}`;
}

/** More changes at one instant than the service lets anyone see. Leaving them out silently would be worse. */
function stuck(from: string | undefined): ApiError {
  return new ApiError({
    api: 'graphSecurity',
    status: 200,
    code: 'ListUnreachable',
    message: `More than ${lastReachableSkip} entries changed at ${from ?? 'an unknown time'}; the service shows no more of them.`,
    requestId: null,
    retryable: false,
  });
}
