/** One complaint about a query, at its place in the text. `start` and `length` count UTF-16 units. */
export type QueryProblem = {
  /** Kusto's own code (KS142…), or KQLU… for what this engine refuses. */
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly start: number;
  readonly length: number;
};
