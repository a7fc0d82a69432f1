/** A function that a workspace or the service keeps under a name: Microsoft's own and those that analysts save. */
export type SavedFunction = {
  readonly name: string;
  /** Kusto's parameter list with its parentheses: `(starttime:datetime=datetime(null), pack:bool=false)`. */
  readonly parameters: string;
  /** KQL, without braces around it. */
  readonly body: string;
};

/** What a query may name besides tables. */
export type KqlEnvironment = {
  /** Saved in the workspace besides Microsoft's own; the same array for as long as nothing changed. */
  readonly functions?: () => readonly SavedFunction[];
  /**
   * Columns of a watchlist's items by the watchlist's alias, undefined for one that does not exist. When left out,
   * watchlists are unknown and every column name passes.
   */
  readonly watchlistColumns?: (alias: string) => readonly string[] | undefined;
  /** Another value when the columns of a watchlist may have changed: bound functions are kept until then. */
  readonly revision?: () => unknown;
  /** False for the Log Analytics API, which lacks Defender's enrichment functions. True when left out. */
  readonly hunting?: boolean;
};
