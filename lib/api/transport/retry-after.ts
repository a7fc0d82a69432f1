/** Reading `Retry-After`, which comes as seconds or as a date (RFC 9110, 10.2.3). */

/**
 * Milliseconds to wait, or null without a usable header. A date is measured against the response's own `Date`, because
 * the service's clock is the one it was written by; `nowMs` stands in where there is none. The past counts as now.
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | null {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // Date.parse would also make a date of `-5`.
  const until = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(until)) return null;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(serverNow) ? nowMs : serverNow));
}
