// Geospatial functions, on Kusto's spherical Earth. https://learn.microsoft.com/kusto/query/geospatial-grid-systems
import type { FunctionRow } from './function-row';
import * as buffers from './js/geo/buffers';
import * as covering from './js/geo/covering';
import * as densify from './js/geo/densify';
import * as distances from './js/geo/distances';
import * as geohash from './js/geo/geohash';
import * as h3 from './js/geo/h3';
import { polygonToH3Cells } from './js/geo/h3-polygons';
import * as common from './js/geo/intersections';
import * as lines from './js/geo/lines';
import * as points from './js/geo/points';
import * as polygons from './js/geo/polygons';
import * as s2 from './js/geo/s2-cells';
import * as simplify from './js/geo/simplify';
import * as unions from './js/geo/unions';
import { fromWkt } from './js/geo/wkt';

/** Geometries are `any`: they are read from their text, once for all rows that have the same. */
export const geoFunctions: readonly FunctionRow[] = [
  { kql: 'geo_distance_2points(real, real, real, real, bool?): real', js: points.distance },
  { kql: 'geo_azimuth(real, real, real, real): real', js: points.azimuth },
  { kql: 'geo_angle(real, real, real, real, real, real): real', js: points.angleAt },
  { kql: 'geo_point_in_circle(real, real, real, real, real): bool', js: points.pointInCircle },
  { kql: 'geo_point_in_polygon(real, real, any): bool', js: distances.pointInPolygon },
  { kql: 'geo_distance_point_to_line(real, real, any): real', js: distances.distanceToLine },
  { kql: 'geo_distance_point_to_polygon(real, real, any): real', js: distances.distanceToPolygon },
  { kql: 'geo_closest_point_on_line(real, real, any): dynamic', js: distances.closestOnLine },
  { kql: 'geo_closest_point_on_polygon(real, real, any): dynamic', js: distances.closestOnPolygon },
  { kql: 'geo_from_wkt(string): dynamic', js: fromWkt },

  { kql: 'geo_line_length(any): real', js: lines.lineLength },
  { kql: 'geo_line_centroid(any): dynamic', js: lines.lineCentroid },
  { kql: 'geo_line_interpolate_point(any, real): dynamic', js: lines.interpolate },
  { kql: 'geo_line_locate_point(any, real, real, bool?): real', js: lines.locate },
  { kql: 'geo_polygon_area(any): real', js: polygons.polygonArea },
  { kql: 'geo_polygon_perimeter(any): real', js: polygons.polygonPerimeter },
  { kql: 'geo_polygon_centroid(any): dynamic', js: polygons.polygonCentroid },

  { kql: 'geo_line_densify(dynamic, real?, bool?): dynamic', js: densify.densifyLine },
  { kql: 'geo_polygon_densify(dynamic, real?, bool?): dynamic', js: densify.densifyPolygon },
  { kql: 'geo_line_simplify(any, real?): dynamic', js: simplify.simplifyLine },
  { kql: 'geo_polygon_simplify(any, real?): dynamic', js: simplify.simplifyPolygon },
  { kql: 'geo_simplify_polygons_array(dynamic, real?): dynamic', js: simplify.simplifyPolygons },
  { kql: 'geo_point_buffer(real, real, real, real?): dynamic', js: buffers.pointBuffer },
  { kql: 'geo_line_buffer(any, real, real?): dynamic', js: buffers.lineBuffer },
  { kql: 'geo_polygon_buffer(any, real, real?): dynamic', js: buffers.polygonBuffer },
  { kql: 'geo_union_lines_array(dynamic): dynamic', js: unions.unionLines },
  { kql: 'geo_union_polygons_array(dynamic): dynamic', js: unions.unionPolygons },
  { kql: 'geo_intersection_2lines(any, any): dynamic', js: common.intersection2Lines },
  { kql: 'geo_intersection_2polygons(any, any): dynamic', js: common.intersection2Polygons },
  { kql: 'geo_intersection_line_with_polygon(any, any): dynamic', js: common.intersectionLineWithPolygon },
  { kql: 'geo_intersects_2lines(any, any): bool', js: common.intersects2Lines },
  { kql: 'geo_intersects_2polygons(any, any): bool', js: common.intersects2Polygons },
  { kql: 'geo_intersects_line_with_polygon(any, any): bool', js: common.intersectsLineWithPolygon },

  { kql: 'geo_point_to_geohash(real, real, long?): string', js: geohash.encode },
  { kql: 'geo_geohash_to_central_point(string): dynamic', js: geohash.centralPoint },
  { kql: 'geo_geohash_to_polygon(string): dynamic', js: geohash.polygon },
  { kql: 'geo_geohash_neighbors(string): dynamic', js: geohash.neighbors },

  { kql: 'geo_point_to_h3cell(real, real, long?): string', js: h3.fromPoint },
  { kql: 'geo_h3cell_to_central_point(string): dynamic', js: h3.centralPoint },
  { kql: 'geo_h3cell_to_polygon(string): dynamic', js: h3.polygon },
  { kql: 'geo_h3cell_level(string): int', js: h3.level },
  { kql: 'geo_h3cell_parent(string, long?): string', js: h3.parent },
  { kql: 'geo_h3cell_children(string, long?): dynamic', js: h3.children },
  { kql: 'geo_h3cell_neighbors(string): dynamic', js: h3.neighbors },
  { kql: 'geo_h3cell_rings(string, long): dynamic', js: h3.rings },
  { kql: 'geo_polygon_to_h3cells(any, long?, real?): dynamic', js: polygonToH3Cells },

  { kql: 'geo_point_to_s2cell(real, real, long?): string', js: s2.fromPoint },
  { kql: 'geo_s2cell_to_central_point(string): dynamic', js: s2.centralPoint },
  { kql: 'geo_s2cell_to_polygon(string): dynamic', js: s2.polygon },
  { kql: 'geo_s2cell_neighbors(string): dynamic', js: s2.neighbors },
  { kql: 'geo_line_to_s2cells(any, long?, real?): dynamic', js: covering.lineToCells },
  { kql: 'geo_polygon_to_s2cells(any, long?, real?): dynamic', js: covering.polygonToCells },
];
