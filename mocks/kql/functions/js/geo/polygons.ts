/** Sizes and centres of polygons. Several count as their union. */
import { lineLengthRadians } from './distances';
import { pointOf, readPolygons } from './geojson';
import { regionOf } from './regions';
import { area, moment } from './ring';
import { add, earthRadiusM, unit, type Vector } from './vector';

export function polygonArea(geometry: unknown): number | null {
  const polygons = readPolygons(geometry);
  if (!polygons) return null;
  const full = 4 * Math.PI;
  const steradians = regionOf(polygons)
    .flatMap((rings) => rings.map((ring, index) => (index === 0 ? area(ring) : area(ring) - full)))
    .reduce((total, part) => total + part, 0);
  return steradians * earthRadiusM ** 2;
}

export function polygonPerimeter(geometry: unknown): number | null {
  const polygons = readPolygons(geometry);
  if (!polygons) return null;
  const rings = regionOf(polygons).flat();
  return rings.reduce((total, ring) => total + lineLengthRadians([...ring, ...ring.slice(0, 1)]), 0) * earthRadiusM;
}

export function polygonCentroid(geometry: unknown): unknown {
  const polygons = readPolygons(geometry);
  if (!polygons) return null;
  const sum = regionOf(polygons)
    .flat()
    .reduce<Vector>((total, ring) => add(total, moment(ring)), [0, 0, 0]);
  return pointOf(unit(sum));
}
