// Geospatial functions over points, lines, polygons and geohashes. https://learn.microsoft.com/kusto/query/geospatial-grid-systems
import type { FunctionRow } from './function-row';
import * as geo from './js/geo';
import * as geohash from './js/geohash';

export const geoFunctions: readonly FunctionRow[] = [
  { kql: 'geo_distance_2points(real, real, real, real): real', js: geo.distance },
  { kql: 'geo_azimuth(real, real, real, real): real', js: geo.azimuth },
  { kql: 'geo_point_in_circle(real, real, real, real, real): bool', js: geo.pointInCircle },
  { kql: 'geo_point_in_polygon(real, real, dynamic): bool', js: geo.pointInPolygon },
  { kql: 'geo_line_length(dynamic): real', js: geo.lineLength },
  { kql: 'geo_polygon_perimeter(dynamic): real', js: geo.perimeter },
  { kql: 'geo_distance_point_to_line(real, real, dynamic): real', js: geo.distanceToLine },
  { kql: 'geo_point_to_geohash(real, real, long?): string', js: geohash.encode },
  { kql: 'geo_geohash_to_central_point(string): dynamic', js: geohash.centralPoint },
  { kql: 'geo_geohash_to_polygon(string): dynamic', js: geohash.polygon },
  { kql: 'geo_geohash_neighbors(string): dynamic', js: geohash.neighbors },
];
