/**
 * Everything within a radius of a shape: the outline is walked at that distance, corners as arcs, and the region is what
 * the walk goes around. Follows S2BufferOperation. https://learn.microsoft.com/kusto/query/geo-point-buffer-function
 */
import { QueryFault } from '../query-fault';
import { edgesOfLine } from './distances';
import { type Line, readLines, readPolygons, writePolygons } from './geojson';
import { crossesOrTouches, turn, wedgeContains } from './orientation';
import { type Region, regionOf } from './regions';
import { contains, origin, type Ring } from './ring';
import {
  along,
  angle,
  cross,
  earthRadiusM,
  isSame,
  normal,
  pointAt,
  positionOf,
  scale,
  square,
  toVector,
  unit,
  type Vector,
} from './vector';
import { regionAround } from './winding';

/** Angles: of the radius, and of the steps along arcs around points, corners and edges. */
type Steps = { readonly radius: number; readonly point: number; readonly corner: number; readonly edge: number };

/** The longest step that strays from a circle by no more than the error. */
function longestStep(radius: number, error: number): number {
  const most = (2 * Math.PI) / 3 + 1e-15;
  const least = radius - error;
  if (radius < Math.PI / 2) return Math.min(most, 2 * Math.acos(Math.tan(least) / Math.tan(radius)));
  return least > Math.PI / 2 ? Math.min(most, 2 * Math.acos(Math.tan(radius) / Math.tan(least))) : most;
}

/** Null for a radius or tolerance that is not valid. A tolerance above the radius is lowered to just below it. */
function stepsOf(radiusM: number | null, toleranceM?: number | null): Steps | null {
  const tolerance = toleranceM ?? 10;
  if (radiusM === null || !(radiusM > 0) || !(tolerance > 0)) return null;
  const radius = radiusM / earthRadiusM;
  const fraction = tolerance / radiusM;
  if (fraction < 1e-6 || radius >= Math.PI / 2) return null;
  const error = Math.min(fraction, 0.999) * radius;
  const corner = longestStep(radius, error);
  return {
    radius,
    corner,
    point: (2 * Math.PI) / Math.ceil((2 * Math.PI) / corner) + 1e-15,
    edge: longestStep(Math.PI / 2 - radius, error),
  };
}

/** Of one walk: a shape of many corners with a fine tolerance would fill the memory. */
const mostPoints = 200_000;

/** The walk around one ring or line, and how often it goes around S2's origin: swept between shape and walk. */
class Walk {
  readonly path: Vector[] = [];
  turns = 0;
  private readonly steps: Steps;
  private readonly begin: Vector;
  private shape: Vector;

  constructor(steps: Steps, start: Vector) {
    this.steps = steps;
    this.begin = start;
    this.shape = start;
  }

  private sweep(a: Vector, b: Vector, c: Vector): void {
    const side = turn(a, b, c);
    if (side === 0) return;
    let isInside = wedgeContains(a, b, c) === side > 0;
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const)
      if (crossesOrTouches(b, origin, from, to)) isInside = !isInside;
    if (isInside) this.turns += side;
  }

  add(point: Vector): void {
    const last = this.path.at(-1);
    if (this.path.push(point) > mostPoints)
      throw new QueryFault('E_RUNAWAY_QUERY', 'Query execution has exceeded the allowed limits.');
    if (last) this.sweep(this.shape, last, point);
  }

  moveTo(point: Vector): void {
    const last = this.path.at(-1);
    if (last) this.sweep(this.shape, last, point);
    this.shape = point;
  }

  close(): void {
    const [first] = this.path;
    const last = this.path.at(-1);
    if (!first || !last) return;
    this.sweep(this.shape, last, this.begin);
    this.sweep(this.begin, last, first);
  }

  /** Around a point, in four quarters. */
  circle(centre: Vector): void {
    let start = square(centre);
    let turned = 0;
    for (let quarter = 0; quarter < 4; quarter++) {
      const ahead = unit(cross(centre, start));
      for (; turned < Math.PI / 2; turned += this.steps.point)
        this.add(along(centre, along(start, ahead, turned), this.steps.radius));
      turned -= Math.PI / 2;
      start = ahead;
    }
  }

  /** Around a corner, from one direction to before another. */
  corner(centre: Vector, start: Vector, end: Vector): void {
    const ahead = unit(cross(centre, start));
    const whole = angle(start, end);
    let turned = 0;
    do {
      this.add(along(centre, along(start, ahead, turned), this.steps.radius));
      turned += this.steps.corner;
    } while (turned < whole);
  }

  edge(a: Vector, b: Vector): void {
    const outward = rightOf(a, b);
    const ahead = unit(cross(a, outward));
    const whole = angle(a, b);
    let walked = 0;
    do {
      this.add(along(along(a, ahead, walked), outward, this.steps.radius));
      walked += this.steps.edge;
    } while (walked < whole);
    this.moveTo(b);
  }

  edgeAndCorner(a: Vector, b: Vector, c: Vector): void {
    this.edge(a, b);
    if (turn(a, b, c) >= 0) this.corner(b, rightOf(a, b), rightOf(b, c));
    else {
      this.add(along(b, rightOf(a, b), this.steps.radius));
      // A concave corner: through the corner itself, so that the overlap is gone around twice and not taken away.
      this.add(b);
    }
  }
}

/** The direction square to an edge, on its right. */
const rightOf = (a: Vector, b: Vector): Vector => unit(normal(b, a));

function aroundPoint(steps: Steps, point: Vector): Walk {
  const walk = new Walk(steps, point);
  walk.circle(point);
  walk.close();
  return walk;
}

function aroundRing(steps: Steps, ring: Ring): Walk {
  const at = (index: number): Vector => pointAt(ring, index % ring.length);
  const walk = new Walk(steps, at(0));
  for (const index of ring.keys()) walk.edgeAndCorner(at(index), at(index + 1), at(index + 2));
  walk.close();
  return walk;
}

function aroundLine(steps: Steps, line: Line): Walk | null {
  const points = line.filter((point, index) => index === 0 || !isSame(point, line[index - 1] ?? point));
  const [first, second] = points;
  if (!first) return null;
  if (!second) return aroundPoint(steps, first);
  const walk = new Walk(steps, first);
  const end = rightOf(first, second);
  walk.corner(first, scale(-1, end), end);
  const there = edgesOfLine(points);
  for (const [index, [a, b]] of there.entries()) {
    const after = points[index + 2];
    if (after) walk.edgeAndCorner(a, b, after);
    else {
      walk.edge(a, b);
      walk.corner(b, rightOf(a, b), rightOf(b, a));
    }
  }
  const back = edgesOfLine([...points].reverse());
  for (const [index, [a, b]] of back.entries()) {
    const next = back[index + 1];
    if (next) walk.edgeAndCorner(a, b, next[1]);
    else walk.edge(a, b);
  }
  walk.close();
  return walk;
}

function regionOfWalks(walks: readonly Walk[], turnsAtOrigin = 0): Region {
  const turns = walks.reduce((total, walk) => total + walk.turns, turnsAtOrigin);
  return regionAround(
    walks.map((walk) => walk.path),
    turns,
  );
}

export function bufferRegion(region: Region, radiusM: number, toleranceM?: number | null): Region | null {
  const steps = stepsOf(radiusM, toleranceM);
  if (!steps) return null;
  const walks = region.flat().map((ring) => aroundRing(steps, ring));
  const inside = region.filter((rings) => rings.every((ring) => contains(ring, origin))).length;
  return regionOfWalks(walks, inside);
}

export function pointBuffer(
  lon: number | null,
  lat: number | null,
  radiusM: number | null,
  toleranceM?: number | null,
): unknown {
  const steps = stepsOf(radiusM, toleranceM);
  const place = positionOf(lon, lat);
  if (!steps || !place) return null;
  return writePolygons(regionOfWalks([aroundPoint(steps, toVector(place))]));
}

export function lineBuffer(geometry: unknown, radiusM: number | null, toleranceM?: number | null): unknown {
  const [lines, steps] = [readLines(geometry), stepsOf(radiusM, toleranceM)];
  if (!lines || !steps) return null;
  return writePolygons(regionOfWalks(lines.flatMap((line) => aroundLine(steps, line) ?? [])));
}

export function polygonBuffer(geometry: unknown, radiusM: number | null, toleranceM?: number | null): unknown {
  const polygons = readPolygons(geometry);
  const region = polygons && radiusM !== null ? bufferRegion(regionOf(polygons), radiusM, toleranceM) : null;
  return region && writePolygons(region);
}
