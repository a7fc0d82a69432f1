/**
 * What every generator of telemetry hands on: rows of one log table, keyed by column name.
 * The same structure as the KQL engine's own, declared here because generators may not look into the engine.
 */

/** datetime as epoch milliseconds or ISO text, dynamic as plain JS values, a missing key is null or ''. */
export type LogRow = Readonly<Record<string, unknown>>;

export type LogBatch = { readonly table: string; readonly rows: readonly LogRow[] };
