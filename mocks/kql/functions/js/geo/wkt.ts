/** Well-known text to GeoJSON. https://learn.microsoft.com/kusto/query/geo-from-wkt-function */

const kinds: Readonly<Record<string, { readonly type: string; readonly depth: number }>> = {
  POINT: { type: 'Point', depth: 0 },
  LINESTRING: { type: 'LineString', depth: 1 },
  POLYGON: { type: 'Polygon', depth: 2 },
  MULTIPOINT: { type: 'MultiPoint', depth: 1 },
  MULTILINESTRING: { type: 'MultiLineString', depth: 2 },
  MULTIPOLYGON: { type: 'MultiPolygon', depth: 3 },
};

class Malformed extends Error {}

/** The words, numbers and signs of the text, taken from the front. */
type Tokens = string[];

function expect(tokens: Tokens, sign: string): void {
  if (tokens.shift() !== sign) throw new Malformed();
}

/** `( a, b, … )` */
function list<T>(tokens: Tokens, read: () => T): T[] {
  expect(tokens, '(');
  const members = [read()];
  while (tokens[0] === ',') {
    tokens.shift();
    members.push(read());
  }
  expect(tokens, ')');
  return members;
}

function position(tokens: Tokens): number[] {
  const numbers = [Number(tokens.shift()), Number(tokens.shift())];
  if (numbers.some(Number.isNaN)) throw new Malformed();
  return numbers;
}

function coordinates(tokens: Tokens, depth: number, type: string): unknown {
  if (depth > 1) return list(tokens, () => coordinates(tokens, depth - 1, type));
  // Both MULTIPOINT (1 1, 2 2) and MULTIPOINT ((1 1), (2 2)) are in use.
  const isWrapped = depth === 0 || type === 'MultiPoint';
  return list(tokens, () =>
    isWrapped && tokens[0] === '(' ? list(tokens, () => position(tokens))[0] : position(tokens),
  );
}

function geometry(tokens: Tokens): unknown {
  const word = tokens.shift()?.toUpperCase() ?? '';
  if (word === 'GEOMETRYCOLLECTION')
    return { type: 'GeometryCollection', geometries: list(tokens, () => geometry(tokens)) };
  const kind = kinds[word];
  if (!kind) throw new Malformed();
  const found = coordinates(tokens, kind.depth, kind.type);
  if (kind.depth > 0) return { type: kind.type, coordinates: found };
  if (!Array.isArray(found) || found.length !== 1) throw new Malformed();
  return { type: kind.type, coordinates: found[0] };
}

export function fromWkt(text: string): unknown {
  const tokens = text.match(/[A-Za-z]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|\S/g) ?? [];
  try {
    const found = geometry(tokens);
    return tokens.length === 0 ? found : null;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}
