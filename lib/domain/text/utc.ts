/** Microsoft writes times with 0 to 7 fraction digits and sometimes an offset; ours are UTC with three, so they sort as text. */

/** ISO 8601 in, `YYYY-MM-DDTHH:mm:ss.sssZ` out. A text that is no time comes back unchanged: it is still worth showing. */
export function utc(text: string): string {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? text : new Date(ms).toISOString();
}

/** The same for a time that may be missing. */
export function utcOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined || text === '' ? null : utc(text);
}
