/**
 * What two shapes have in common, borders included: polygons where insides overlap, lines along shared borders, points
 * where only these touch. https://learn.microsoft.com/kusto/query/geo-intersection-2polygons-function
 */
import { type Arrangement, arrange, type Piece } from './arrangement';
import { isInside } from './distances';
import {
  type Geometry,
  type Line,
  type Polygon,
  readLines,
  readPolygons,
  writeLines,
  writePoints,
  writePolygons,
} from './geojson';
import { distinct, edgesOfLines, pathsOf } from './line-union';
import { loopsOf } from './loops';
import { edgesOfRegion, middleOf, polygonsOf, type Region, regionOf, wayBack, wayOf } from './regions';
import { pointAt, type Vector } from './vector';

type Common = { readonly points: readonly Vector[]; readonly lines: readonly Line[]; readonly polygons: Region };

/** Borders of the overlap, and pieces in common that border nothing. */
type Selected = { readonly borders: readonly Piece[]; readonly lines: readonly Piece[] };

function commonOf(arrangement: Arrangement, { borders, lines }: Selected): Common {
  const { points, pieces } = arrangement;
  const ends = [0, 1].map(
    (side) => new Set(pieces.filter((piece) => piece.side === side).flatMap(({ from, to }) => [from, to])),
  );
  const used = new Set([...borders, ...lines].flatMap(({ from, to }) => [from, to]));
  const touched = [...(ends[0] ?? [])].filter((point) => ends[1]?.has(point) && !used.has(point));
  const at = (index: number): Vector => pointAt(points, index);
  return {
    points: touched.map(at),
    lines: pathsOf(distinct(lines)).map((path) => path.map(at)),
    polygons: polygonsOf(loopsOf(borders, points)),
  };
}

const waysOf = (pieces: readonly Piece[], side: number): ReadonlySet<string> =>
  new Set(pieces.filter((piece) => piece.side === side).map(wayOf));

function ofPolygons(first: readonly Polygon[], second: readonly Polygon[]): Common {
  const [one, other] = [regionOf(first), regionOf(second)];
  const edges = edgesOfRegion(one, 0, 0);
  const arrangement = arrange([...edges, ...edgesOfRegion(other, edges.length, 1)]);
  const ways = [waysOf(arrangement.pieces, 0), waysOf(arrangement.pieces, 1)];
  const borders: Piece[] = [];
  const lines: Piece[] = [];
  for (const piece of arrangement.pieces) {
    const others = ways[1 - piece.side];
    if (others?.has(wayOf(piece))) {
      if (piece.side === 0) borders.push(piece);
    } else if (others?.has(wayBack(piece))) {
      if (piece.side === 0) lines.push(piece);
    } else if (isInside(piece.side === 0 ? other : one, middleOf(arrangement, piece))) borders.push(piece);
  }
  return commonOf(arrangement, { borders, lines });
}

function ofLineAndPolygon(lines: readonly Line[], polygons: readonly Polygon[]): Common {
  const region = regionOf(polygons);
  const edges = edgesOfLines(lines);
  const arrangement = arrange([...edges, ...edgesOfRegion(region, edges.length, 1)]);
  const border = waysOf(arrangement.pieces, 1);
  const kept = arrangement.pieces.filter(
    (piece) =>
      piece.side === 0 &&
      (border.has(wayOf(piece)) || border.has(wayBack(piece)) || isInside(region, middleOf(arrangement, piece))),
  );
  return commonOf(arrangement, { borders: [], lines: kept });
}

function ofLines(first: readonly Line[], second: readonly Line[]): Common {
  const edges = edgesOfLines(first);
  const arrangement = arrange([...edges, ...edgesOfLines(second, edges.length, 1)]);
  const others = waysOf(arrangement.pieces, 1);
  const shared = arrangement.pieces.filter(
    (piece) => piece.side === 0 && (others.has(wayOf(piece)) || others.has(wayBack(piece))),
  );
  return commonOf(arrangement, { borders: [], lines: shared });
}

/** One kind as itself, several as a collection, nothing as an empty one. */
function write({ points, lines, polygons }: Common): Geometry {
  const parts = [
    ...(points.length > 0 ? [writePoints(points)] : []),
    ...(lines.length > 0 ? [writeLines(lines)] : []),
    ...(polygons.length > 0 ? [writePolygons(polygons)] : []),
  ];
  const [only] = parts;
  return parts.length === 1 && only ? only : { type: 'GeometryCollection', geometries: parts };
}

const isAny = ({ points, lines, polygons }: Common): boolean => points.length + lines.length + polygons.length > 0;

type Reader<T> = (geometry: unknown) => readonly T[] | null;

const both =
  <A, B, R>(
    readA: Reader<A>,
    readB: Reader<B>,
    common: (a: readonly A[], b: readonly B[]) => Common,
    then: (found: Common) => R,
  ) =>
  (a: unknown, b: unknown): R | null => {
    const [one, other] = [readA(a), readB(b)];
    return one && other && then(common(one, other));
  };

export const intersection2Polygons = both(readPolygons, readPolygons, ofPolygons, write);
export const intersectionLineWithPolygon = both(readLines, readPolygons, ofLineAndPolygon, write);
export const intersection2Lines = both(readLines, readLines, ofLines, write);
export const intersects2Polygons = both(readPolygons, readPolygons, ofPolygons, isAny);
export const intersectsLineWithPolygon = both(readLines, readPolygons, ofLineAndPolygon, isAny);
export const intersects2Lines = both(readLines, readLines, ofLines, isAny);
