/** Google's S2 cells: tokens, neighbours and outlines. https://learn.microsoft.com/kusto/query/geo-point-to-s2cell-function */
import { s2 } from 's2js';
import { hashOrder } from './hash-order';
import { positionOf, toPosition, toVector, type Vector } from './vector';

const { cellid } = s2;

export const isLevel = (level: number): boolean => Number.isInteger(level) && level >= 0 && level <= 30;

export const cellIdAt = ([x, y, z]: Vector): bigint => cellid.fromPoint(new s2.Point(x, y, z));

export function fromPoint(lon: number | null, lat: number | null, level: number | null = 11): string {
  const wanted = level ?? 11;
  const place = positionOf(lon, lat);
  if (!place || !isLevel(wanted)) return '';
  return cellid.toToken(cellid.parent(cellIdAt(toVector(place)), wanted));
}

function cellOf(token: string): bigint | null {
  if (!/^[0-9a-f]{1,16}$/i.test(token)) return null;
  const id = cellid.fromToken(token);
  return cellid.valid(id) ? id : null;
}

export function neighbors(token: string): readonly string[] | null {
  const id = cellOf(token);
  return id === null ? null : hashOrder(cellid.allNeighbors(id, cellid.level(id)).map(cellid.toToken));
}

const vectorOf = (point: { readonly x: number; readonly y: number; readonly z: number }): Vector => [
  point.x,
  point.y,
  point.z,
];

export const centreOf = (id: bigint): Vector => vectorOf(cellid.point(id));

export const cornersOf = (id: bigint): Vector[] => {
  const cell = s2.Cell.fromCellID(id);
  return [0, 1, 2, 3].map((corner) => vectorOf(cell.vertex(corner)));
};

export function centralPoint(token: string): unknown {
  const id = cellOf(token);
  return id === null ? null : { type: 'Point', coordinates: toPosition(centreOf(id)) };
}

export function polygon(token: string): unknown {
  const id = cellOf(token);
  if (id === null) return null;
  const corners = cornersOf(id).map(toPosition);
  return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
}
