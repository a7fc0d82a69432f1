/**
 * A list of the security API from end to end, also where more entries changed at one instant than `$skip` can reach (a
 * rule that closes a thousand alerts at once): those are read by the time of their creation, and where that is the same
 * as well, by severity and status. All of it is among the filters that Microsoft documents for these lists.
 * https://learn.microsoft.com/graph/api/security-list-alerts_v2
 */
import {
  type Boundary,
  byTime,
  type Dated,
  lastReachableSkip,
  type Run,
  type TimeField,
} from '@/lib/api/graph-security/by-time';
import { ApiError } from '@/lib/api/transport/api-error';
import { odataDateTime } from '@/lib/api/transport/url-parts';

/** One list of the security API, and how it can be taken apart. */
export type WholeListOptions<Element> = {
  /** ISO 8601 UTC, inclusive. */
  since: string | undefined;
  /** One run in ascending order of `field`, of what all filters let through; `boundary` is among them already. */
  run: (filters: readonly string[], field: TimeField, boundary: Boundary | undefined) => Run<Element>;
  /** What else the list can be filtered by: each with the values that Microsoft documents. */
  splits: readonly { field: string; values: readonly string[] }[];
  /** Told about entries that no filter separates; the list goes on behind them. Without it that is an error. */
  onUnreachable?: ((error: ApiError) => void) | undefined;
};

const exactly = (field: TimeField, at: string) =>
  `${field} ge ${odataDateTime(at)} and ${field} le ${odataDateTime(at)}`;

function filtersFrom(field: TimeField, boundary: Boundary | undefined): string[] {
  return boundary === undefined ? [] : [`${field} ${boundary.after ? 'gt' : 'ge'} ${odataDateTime(boundary.at)}`];
}

/** One filter for each value, and one for whatever is none of them: a value newer than this code must not be lost. */
function filtersBy({ field, values }: { field: string; values: readonly string[] }): string[] {
  return [
    ...values.map((value) => `${field} eq '${value}'`),
    values.map((value) => `${field} ne '${value}'`).join(' and '),
  ];
}

function unreachable(at: string | undefined): ApiError {
  return new ApiError({
    api: 'graphSecurity',
    status: 200,
    code: 'ListUnreachable',
    message: `More than ${lastReachableSkip} entries that no filter tells apart changed at ${at ?? 'an unknown time'}; the service shows no more of them.`,
    requestId: null,
    retryable: false,
  });
}

/** Pages in ascending order of change; an entry that changes meanwhile comes again. Throws what `run` throws. */
export function wholeList<Element extends Dated>(options: WholeListOptions<Element>): AsyncGenerator<Element[]> {
  const { since, run, splits, onUnreachable } = options;

  function giveUp(at: string | undefined): void {
    const error = unreachable(at);
    if (onUnreachable === undefined) throw error;
    onUnreachable(error);
  }

  /** Changed and created at one instant: by what else tells them apart. */
  async function* split(
    filters: readonly string[],
    rest: WholeListOptions<Element>['splits'],
    at: string | undefined,
  ): AsyncGenerator<Element[]> {
    const [next, ...others] = rest;
    if (next === undefined) {
      giveUp(at);
      return;
    }
    for (const filter of filtersBy(next)) {
      const narrower = [...filters, filter];
      if (yield* run(narrower, 'createdDateTime', undefined)) yield* split(narrower, others, at);
    }
  }

  /** Changed at one instant: by when they were created. */
  async function* byCreation(changedAt: string | undefined): AsyncGenerator<Element[]> {
    if (changedAt === undefined) {
      giveUp(changedAt);
      return;
    }
    const changed = exactly('lastUpdateDateTime', changedAt);
    yield* byTime({
      field: 'createdDateTime',
      since: undefined,
      runFrom: (boundary) => run([changed, ...filtersFrom('createdDateTime', boundary)], 'createdDateTime', boundary),
      crowdAt: (createdAt) =>
        split(
          createdAt === undefined ? [changed] : [changed, exactly('createdDateTime', createdAt)],
          splits,
          changedAt,
        ),
    });
  }

  return byTime({
    field: 'lastUpdateDateTime',
    since,
    runFrom: (boundary) => run(filtersFrom('lastUpdateDateTime', boundary), 'lastUpdateDateTime', boundary),
    crowdAt: byCreation,
  });
}
