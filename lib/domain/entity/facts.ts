/** Everything a wire object says, as ordered name/value pairs in Microsoft's own words. Nothing is left out for being unknown. */

type Fact = { name: string; value: string };

/** How deep nested objects are opened, and how long a list may get: a page shows this, a machine does not read it. */
const limits = { depth: 4, perList: 20 };

function scalar(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return null;
}

function listFacts(name: string, values: readonly unknown[], depth: number): Fact[] {
  const shown = values.slice(0, limits.perList);
  const scalars = shown.map(scalar);
  if (scalars.every((text) => text !== null)) {
    const rest = values.length > shown.length ? ` … (${values.length} in all)` : '';
    return scalars.length === 0 ? [] : [{ name, value: scalars.join(', ') + rest }];
  }
  return shown.flatMap((value, index) => valueFacts(`${name}[${index}]`, value, depth + 1));
}

function valueFacts(name: string, value: unknown, depth: number): Fact[] {
  const text = scalar(value);
  if (text !== null) return [{ name, value: text }];
  if (depth > limits.depth || value === null || value === undefined) return [];
  if (Array.isArray(value)) return listFacts(name, value, depth);
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([key]) => !key.startsWith('@odata'))
      .flatMap(([key, inner]) => valueFacts(`${name}.${key}`, inner, depth + 1));
  }
  return [];
}

/** The facts of an object, without the properties named in `without` and without OData's own. */
export function factsOf(wire: object, without: readonly string[]): Fact[] {
  const hidden = new Set(without);
  return Object.entries(wire)
    .filter(([name]) => !hidden.has(name) && !name.startsWith('@odata'))
    .flatMap(([name, value]) => valueFacts(name, value, 0));
}
