import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../engine';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});
afterAll(() => engine.close());

const shapes = `
let squares = datatable(square:string, shape:dynamic)[
  'small', dynamic({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}),
  'large', dynamic({"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}),
  'broken', dynamic({"type":"Polygon"})];
let roads = datatable(road:string, shape:dynamic)['equator', dynamic({"type":"LineString","coordinates":[[0,0],[10,0]]})];
let places = datatable(place:string, lon:real, lat:real)[
  'both', 0.5, 0.5, 'both', 0.5, 0.5, 'one', 1.5, 1.5, 'none', 5.0, 0.001, 'nowhere', real(null), 1.0];
`;

const cases: readonly [query: string, rows: unknown[][]][] = [
  [
    'places | evaluate geo_polygon_lookup(squares, shape, lon, lat) | project place, square | order by place asc, square asc',
    [
      ['both', 'large'],
      ['both', 'large'],
      ['both', 'small'],
      ['both', 'small'],
      ['one', 'large'],
    ],
  ],
  [
    'places | evaluate geo_polygon_lookup(squares, shape, lon, lat, return_unmatched = true) | summarize n = count() by place, square | order by place asc, square asc',
    [
      ['both', 'large', 2],
      ['both', 'small', 2],
      ['none', '', 1],
      ['nowhere', '', 1],
      ['one', 'large', 1],
    ],
  ],
  [
    'places | evaluate geo_polygon_lookup(squares, shape, lon, lat, 60000.0) | where place == "one" | project square | order by square asc',
    [['large']],
  ],
  [
    'places | evaluate geo_polygon_lookup(squares, shape, lon, lat, radius = 80000) | where place == "one" | project square | order by square asc',
    [['large'], ['small']],
  ],
  ['places | evaluate geo_line_lookup(roads, shape, lon, lat, 200) | project place, road', [['none', 'equator']]],
  [
    'places | take 1 | evaluate geo_polygon_lookup(squares, shape, lon, lat, return_lookup_key = true) | getschema | summarize make_list(ColumnName)',
    [[['place', 'lon', 'lat', 'square', 'shape']]],
  ],
];
it.each(cases)('%s', async (query, rows) => {
  expect(await engine.run(`${shapes}${query}`, { now: new Date(0) })).toMatchObject({ ok: true, rows });
});
