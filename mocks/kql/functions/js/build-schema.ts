/** buildschema(): the smallest schema that admits all values. https://learn.microsoft.com/kusto/query/buildschema-aggregation-function */
import { isBag } from './values';

type Shape = { readonly primitives: Set<string>; readonly members: Map<string, Shape>; items: Shape | undefined };

const empty = (): Shape => ({ primitives: new Set(), members: new Map(), items: undefined });

function primitive(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'long' : 'double';
  if (typeof value === 'bigint') return 'long';
  return typeof value === 'boolean' ? 'bool' : 'string';
}

function admit(shape: Shape, value: unknown): void {
  if (value === null) return;
  if (Array.isArray(value)) {
    shape.items ??= empty();
    for (const item of value) admit(shape.items, item);
  } else if (isBag(value)) {
    for (const [name, member] of Object.entries(value)) {
      const below = shape.members.get(name) ?? empty();
      shape.members.set(name, below);
      admit(below, member);
    }
  } else shape.primitives.add(primitive(value));
}

/** A single type stands alone, several are an array. */
function written(shape: Shape): unknown {
  const container: Record<string, unknown> = {};
  for (const [name, member] of shape.members) container[name] = written(member);
  if (shape.items) container['`indexer`'] = written(shape.items);
  const types: unknown[] = [...shape.primitives];
  if (Object.keys(container).length > 0) types.push(container);
  return types.length === 1 ? types[0] : types;
}

export function buildSchema(values: unknown): unknown {
  if (!Array.isArray(values) || values.every((value) => value === null)) return null;
  const shape = empty();
  for (const value of values) admit(shape, value);
  return written(shape);
}
