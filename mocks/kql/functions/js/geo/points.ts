/** Functions of longitudes and latitudes alone. Directions are clockwise from north, in radians. */
import { QueryFault } from '../query-fault';
import { add, angle, cross, dot, earthRadiusM, isPosition, isSame, positionOf, toVector, type Vector } from './vector';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const turnOf = (value: number): number => ((value % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);

/** The method of Kusto's measurements on the spheroid is not documented. */
export function onSphere(useSpheroid?: boolean | null): void {
  if (useSpheroid === true)
    throw new QueryFault('KQLU01', 'Measuring on the spheroid is not supported by this engine.');
}

/** Metres, by the haversine formula as S2's points in degrees are compared. */
export function distance(
  lon1: number | null,
  lat1: number | null,
  lon2: number | null,
  lat2: number | null,
  useSpheroid?: boolean | null,
): number | null {
  onSphere(useSpheroid);
  const [a, b] = [positionOf(lon1, lat1), positionOf(lon2, lat2)];
  if (!a || !b) return null;
  const [dLambda, dPhi] = [radians(b[0] - a[0]), radians(b[1] - a[1])];
  const h = Math.sin(dPhi / 2) ** 2 + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(dLambda / 2) ** 2;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function pointInCircle(
  lon: number,
  lat: number,
  centreLon: number,
  centreLat: number,
  radiusM: number,
): boolean | null {
  const far = distance(lon, lat, centreLon, centreLat);
  return far === null || !(radiusM >= 0) ? null : far <= radiusM;
}

/** Points that no direction leads from one to the other: the same, or on opposite sides of the Earth. */
const noDirection = (a: Vector, b: Vector): boolean => isSame(a, b) || dot(add(a, b), add(a, b)) < 1e-30;

function heading(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const dLambda = radians(lon2 - lon1);
  const [phi1, phi2] = [radians(lat1), radians(lat2)];
  const east = Math.sin(dLambda) * Math.cos(phi2);
  const north = Math.cos(phi1) * Math.sin(phi2) - Math.sin(phi1) * Math.cos(phi2) * Math.cos(dLambda);
  return Math.atan2(east, north);
}

export function azimuth(lon1: number, lat1: number, lon2: number, lat2: number): number | null {
  if (!isPosition(lon1, lat1) || !isPosition(lon2, lat2)) return null;
  if (noDirection(toVector([lon1, lat1]), toVector([lon2, lat2]))) return null;
  return turnOf(heading(lon1, lat1, lon2, lat2));
}

/** Clockwise from the way back to the first point to the way on to the third. */
export function angleAt(
  lon1: number,
  lat1: number,
  lon2: number,
  lat2: number,
  lon3: number,
  lat3: number,
): number | null {
  if (!isPosition(lon1, lat1) || !isPosition(lon2, lat2) || !isPosition(lon3, lat3)) return null;
  const [a, b, c] = [toVector([lon1, lat1]), toVector([lon2, lat2]), toVector([lon3, lat3])];
  if (noDirection(a, b) || noDirection(b, c)) return null;
  const [back, on] = [cross(b, a), cross(b, c)];
  const between = angle(back, on);
  return turnOf(dot(cross(back, on), b) > 0 ? -between : between);
}
