/** Uber's hexagons, by its own library. https://learn.microsoft.com/kusto/query/geo-point-to-h3cell-function */
import * as h3 from 'h3-js';
import { positionOf } from './vector';

const isLevel = (level: number, least = 0): boolean => Number.isInteger(level) && level >= least && level <= 15;

export function fromPoint(lon: number | null, lat: number | null, resolution: number | null = 6): string {
  const level = resolution ?? 6;
  const place = positionOf(lon, lat);
  return place && isLevel(level) ? h3.latLngToCell(place[1], place[0], level) : '';
}

/** Kusto writes cells in lower case without leading zeros; anything else is no cell. */
const cellOf = (text: string): string | null => (h3.isValidCell(text) ? text.toLowerCase() : null);

export function level(text: string): number | null {
  const cell = cellOf(text);
  return cell === null ? null : h3.getResolution(cell);
}

export function parent(text: string, resolution?: number | null): string {
  const cell = cellOf(text);
  if (!cell) return '';
  const own = h3.getResolution(cell);
  const wanted = resolution ?? own - 1;
  return isLevel(wanted) && wanted < own ? h3.cellToParent(cell, wanted) : '';
}

/** At most five levels down: 16,807 cells. */
export function children(text: string, resolution?: number | null): readonly string[] | null {
  const cell = cellOf(text);
  if (!cell) return null;
  const own = h3.getResolution(cell);
  const wanted = resolution ?? own + 1;
  return isLevel(wanted, 1) && wanted > own && wanted - own <= 5 ? h3.cellToChildren(cell, wanted) : null;
}

export function neighbors(text: string): readonly string[] | null {
  const cell = cellOf(text);
  return cell === null ? null : h3.gridDisk(cell, 1).filter((other) => other !== cell);
}

export function rings(text: string, distance: number | null): readonly (readonly string[])[] | null {
  const cell = cellOf(text);
  if (!cell || distance === null || !Number.isInteger(distance) || distance < 0 || distance > 142) return null;
  return h3.gridDiskDistances(cell, distance);
}

export function centralPoint(text: string): unknown {
  const cell = cellOf(text);
  return cell && { type: 'Point', coordinates: h3.cellToLatLng(cell).reverse() };
}

export function polygon(text: string): unknown {
  const cell = cellOf(text);
  return cell && { type: 'Polygon', coordinates: [h3.cellToBoundary(cell, true)] };
}
