/** geo_union_polygons_array and geo_union_lines_array: null when one member is not valid. */
import { type Line, type Polygon, readLines, readPolygons, writeLines, writePolygons } from './geojson';
import { unionOfLines } from './line-union';
import { unionOf } from './regions';

function members<T>(array: unknown, read: (geometry: unknown) => T | null): T[] | null {
  if (!Array.isArray(array) || array.length === 0) return null;
  const found: T[] = [];
  for (const geometry of array) {
    const each = read(geometry);
    if (each === null) return null;
    found.push(each);
  }
  return found;
}

export function unionPolygons(array: unknown): unknown {
  const found = members<readonly Polygon[]>(array, readPolygons);
  return found && writePolygons(unionOf(found.map((polygons) => unionOf(polygons.map((polygon) => [polygon])))));
}

export function unionLines(array: unknown): unknown {
  const found = members<readonly Line[]>(array, readLines);
  return found && writeLines(unionOfLines(found.flat()));
}
