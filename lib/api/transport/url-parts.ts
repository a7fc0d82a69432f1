/** Values from outside as parts of a URL. */

/** One segment of a path: it can neither climb nor end the path. */
export function segment(value: string): string {
  return encodeURIComponent(value).replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', '%2E'));
}

/** A string literal of an OData filter. */
export function odataString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A date literal of an OData filter, which stands without quotes, so it has to be nothing but a date. */
export function odataDateTime(value: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/.test(value)) {
    throw new RangeError(`Not an ISO 8601 time in UTC: ${JSON.stringify(value)}`);
  }
  return value;
}
