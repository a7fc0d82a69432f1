/** The H3 cells whose centres lie in a polygon; its edges are straight on the map here, as H3 has them. */
import * as h3 from 'h3-js';
import { bufferRegion } from './buffers';
import { type Polygon, readPolygons } from './geojson';
import { regionOf } from './regions';
import { area } from './ring';
import { earthRadiusM, toPosition } from './vector';

/** Kusto's limit of cells. */
const mostCells = 61_680;

const sizeOf = (polygons: readonly Polygon[]): number =>
  polygons.reduce((total, [outer = []]) => total + area(outer), 0);

export function polygonToH3Cells(geometry: unknown, resolution?: number | null, radiusM?: number | null): unknown {
  const polygons = readPolygons(geometry);
  const [level, radius] = [resolution ?? 6, radiusM ?? 0];
  if (!polygons || !Number.isInteger(level) || level < 0 || level > 15 || !(radius >= 0)) return null;
  const shape = radius > 0 ? bufferRegion(regionOf(polygons), radius) : polygons;
  // Far too many cells are not worth counting: the largest cells are at most twice as large as the average.
  if (!shape || sizeOf(shape) > (2 * mostCells * h3.getHexagonAreaAvg(level, h3.UNITS.m2)) / earthRadiusM ** 2)
    return null;
  const cells = shape.flatMap((rings) =>
    h3.polygonToCells(
      rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(toPosition)),
      level,
      true,
    ),
  );
  const found = [...new Set(cells)].sort();
  return found.length <= mostCells ? found : null;
}
