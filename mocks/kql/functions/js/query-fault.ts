/** A value that Kusto rejects the whole query for. Its text passes through the database, so it carries its own marks. */
export class QueryFault extends Error {
  constructor(code: string, message: string) {
    super(`kql<${code}>${message}</kql>`);
  }
}

/** The code and message inside a database error, if a function of ours raised it. */
export function readFault(message: string): { readonly code: string; readonly message: string } | undefined {
  const match = /kql<([A-Z0-9]+)>([\s\S]*?)<\/kql>/.exec(message);
  return match ? { code: match[1] ?? '', message: match[2] ?? '' } : undefined;
}
