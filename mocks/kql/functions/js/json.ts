/** JSON text as Kusto writes it: compact, longs beyond 2^53 in full, no NaN. */

export function stableJson(value: unknown, sortKeys = false): string {
  switch (typeof value) {
    case 'bigint':
      return String(value);
    case 'number':
      return Number.isFinite(value)
        ? String(value)
        : JSON.stringify(Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity');
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map((member) => stableJson(member ?? null, sortKeys)).join(',')}]`;
      return objectText(Object.entries(value), sortKeys);
    case 'undefined':
      return 'null';
    default:
      return JSON.stringify(value);
  }
}

function objectText(entries: [string, unknown][], sortKeys: boolean): string {
  const ordered = sortKeys ? entries.sort(([a], [b]) => (a < b ? -1 : 1)) : entries;
  return `{${ordered.map(([key, member]) => `${JSON.stringify(key)}:${stableJson(member, sortKeys)}`).join(',')}}`;
}
