/** Advanced hunting: POST /security/runHuntingQuery. */
import type { Call } from '@/lib/api/transport/call';
import { type HuntingRequest, type HuntingResults, huntingResults } from '@/lib/wire/graph-security/hunting';

/** A query in KQL. Where it and the timespan both say something about time, the shorter one counts. */
export type RunHunting = {
  query: string;
  /** ISO 8601: a duration (`P7D`), an interval or a start. The service's own default is 30 days. */
  timespan?: string;
  signal?: AbortSignal;
};

/** https://learn.microsoft.com/graph/api/security-security-runhuntingquery */
export type GraphHunting = {
  /**
   * Rows by column name, and the columns in order. A query Kusto refuses is an ApiError with status 400 and Kusto's
   * words as its message. At most 100,000 rows, 50 MB, 3 minutes.
   * https://learn.microsoft.com/graph/api/security-security-runhuntingquery
   */
  run(query: RunHunting): Promise<HuntingResults>;
};

/** v1.0. Needs `ThreatHunting.Read.All`. At most 45 calls a minute, see `graphSecurityLimits`. */
export function graphHunting(call: Call): GraphHunting {
  return {
    run({ query, timespan, signal }) {
      const body: HuntingRequest = timespan === undefined ? { Query: query } : { Query: query, Timespan: timespan };
      return call({ method: 'POST', path: '/v1.0/security/runHuntingQuery', body, signal, reply: huntingResults });
    },
  };
}
