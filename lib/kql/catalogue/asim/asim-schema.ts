/**
 * How one schema of Microsoft's Advanced Security Information Model is filled from the workspace's tables.
 * https://learn.microsoft.com/azure/sentinel/normalization-about-parsers
 */

/** How a filtering parameter compares: with its default value it lets everything pass. */
export type AsimFilter = 'any' | 'all' | 'prefix' | 'in' | 'is' | 'has' | 'number';

/** One filtering parameter of a schema's parsers. */
export type AsimParameter = {
  readonly name: string;
  readonly filter: AsimFilter;
  /** The normalized columns that may match. */
  readonly columns: readonly string[];
};

/** One product whose events a schema normalizes. */
export type AsimSource = {
  /** What the source's parsers are called after the schema's name: `vimDns<name>`. */
  readonly name: string;
  readonly table: string;
  readonly vendor: string;
  readonly product: string;
  /** KQL after the table and its time filter, without a leading pipe; ends in a project of normalized columns. */
  readonly parse: string;
};

export type AsimSchema = {
  readonly schema: string;
  readonly version: string;
  /** Names beside `_Im_<schema>`, as earlier versions called it. */
  readonly alsoKnownAs: readonly string[];
  /** The table of events that arrive normalized. */
  readonly native: string;
  readonly parameters: readonly AsimParameter[];
  readonly sources: readonly AsimSource[];
  /** Aliases, computed after everything else: the expressions of an extend. */
  readonly aliases: readonly string[];
};
