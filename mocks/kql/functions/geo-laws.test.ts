/** Geospatial functions refuse what is no place or shape, and obey the laws of the sphere. */
import { describe, expect, it } from 'vitest';
import { call, expectNear, line, park, polygon, ring, street, triangle, twoStreets } from './testing/geometry';

describe('invalid input is null', () => {
  const open = polygon([
    [0, 0],
    [10, 10],
    [10, 1],
    [1, 0],
  ]);
  const repeated = ring([0, 0], [10, 10], [10, 10]);
  const crossing = ring([0, 0], [10, 10], [10, 0], [0, 10]);
  const cases: readonly [name: string, ...args: unknown[]][] = [
    ['geo_distance_2points', 200, 1, 1, 1],
    ['geo_azimuth', 5, 10, 5, 10],
    ['geo_azimuth', 0, 0, 180, 0],
    ['geo_angle', 0, 10, 0, 10, 3, -10],
    ['geo_point_in_circle', 1, 1, 1, 1, -1],
    ['geo_point_in_polygon', 1, 1, open],
    ['geo_point_in_polygon', 1, 1, repeated],
    ['geo_point_in_polygon', 1, 1, crossing],
    ['geo_point_in_polygon', 1, 1, null],
    [
      'geo_point_in_polygon',
      1,
      1,
      {
        type: 'Polygon',
        coordinates: [
          [
            ['0', '0'],
            [1, 0],
            [1, 1],
            ['0', '0'],
          ],
        ],
      },
    ],
    ['geo_polygon_area', { type: 'polygon', coordinates: triangle.coordinates }],
    ['geo_polygon_area', street],
    ['geo_line_length', line([1, 1])],
    ['geo_line_length', line([0, 0], [180, 0])],
    ['geo_line_interpolate_point', street, 1.1],
    ['geo_line_locate_point', twoStreets, 1, 1],
    ['geo_line_densify', street, 0],
    ['geo_line_buffer', street, 0],
    ['geo_point_buffer', 10, 10, -1],
    ['geo_intersects_2lines', street, triangle],
    ['geo_union_polygons_array', [park, ring([0, 0])]],
    ['geo_polygon_to_s2cells', ring([0, 0], [0, 50], [100, 50]), 30],
    ['geo_line_to_s2cells', street, 31],
    ['geo_polygon_to_h3cells', ring([0, 0], [0, 50], [100, 50]), 15],
    ['geo_h3cell_rings', '861f8894fffffff', 150],
    ['geo_h3cell_children', '862a1072fffffff', 12],
    ['geo_h3cell_neighbors', 'abc'],
    ['geo_s2cell_to_central_point', 'a'],
    ['geo_geohash_to_polygon', 'a'],
    ['geo_from_wkt', 'LINESTRING'],
    ['geo_from_wkt', 'POINT (1 2) x'],
    ['geo_from_wkt', ''],
  ];
  it.each(cases)('%s(%j, %j, %j)', (name, ...args) => expect(call(name, ...args)).toBeNull());

  it('text is read as JSON, and what is not JSON is no geometry', () => {
    expectNear(call('geo_line_length', JSON.stringify(twoStreets)), 8262.24339753741);
    expect(call('geo_line_length', 'LINESTRING (1 1, 2 2)')).toBeNull();
  });

  it('of cells it is the empty text', () => {
    expect(call('geo_point_to_h3cell', 300, 1, 8)).toBe('');
    expect(call('geo_point_to_s2cell', 1, 1, 35)).toBe('');
    expect(call('geo_h3cell_parent', '123')).toBe('');
  });
});

describe('laws', () => {
  const places = [
    [0, 0],
    [-73.97, 40.78],
    [179.9, -10],
    [12.5, 89.9],
    [-179.99, -89.5],
    [100, 45],
  ] as const;

  it.each(places)('a cell of any level contains the place it was asked for: %d, %d', (longitude, latitude) => {
    for (const level of [0, 5, 11, 20, 30]) {
      const token = call('geo_point_to_s2cell', longitude, latitude, level);
      const found = call('geo_s2cell_to_central_point', token) as { coordinates: number[] };
      expect(call('geo_point_to_s2cell', found.coordinates[0], found.coordinates[1], level)).toBe(token);
    }
  });

  it.each(places)(
    'a point buffer holds what is nearer than the radius and nothing farther: %d, %d',
    (longitude, latitude) => {
      const buffer = call('geo_point_buffer', longitude, latitude, 5_000, 1);
      expect(call('geo_point_in_polygon', longitude, latitude, buffer)).toBe(true);
      expectNear(Number(call('geo_polygon_area', buffer)) / (Math.PI * 25e6) > 0.999, true);
      expect(Number(call('geo_polygon_area', buffer))).toBeLessThan(Math.PI * 25.02e6);
    },
  );

  it('areas: union and intersection add up to the two, whichever is named first', () => {
    const shifted = ring([-73.95, 40.79], [-73.97, 40.79], [-73.97, 40.76], [-73.95, 40.76]);
    const area = (shape: unknown) => Number(call('geo_polygon_area', shape));
    for (const [a, b] of [
      [park, shifted],
      [shifted, park],
    ]) {
      const both = area(call('geo_intersection_2polygons', a, b)) + area(call('geo_union_polygons_array', [a, b]));
      expect(both / (area(park) + area(shifted))).toBeCloseTo(1, 9);
    }
  });

  it('a hole is outside, and taken from the area', () => {
    const outer = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ];
    const inner = [
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 1],
      [1, 1],
    ];
    const holed = polygon(outer, inner);
    expect(call('geo_point_in_polygon', 1.5, 1.5, holed)).toBe(false);
    expect(call('geo_point_in_polygon', 3, 3, holed)).toBe(true);
    const area = (shape: unknown) => Number(call('geo_polygon_area', shape));
    expect(area(holed) / (area(polygon(outer)) - area(polygon(inner)))).toBeCloseTo(1, 9);
    expect(call('geo_polygon_centroid', holed)).not.toEqual(call('geo_polygon_centroid', polygon(outer)));
  });

  it('the direction of a ring does not matter, nor the antimeridian', () => {
    const across = ring([179, 1], [-179, 1], [-179, -1], [179, -1]);
    const backwards = polygon([...(across.coordinates[0] ?? [])].reverse());
    expect(call('geo_point_in_polygon', 180, 0, across)).toBe(true);
    expect(call('geo_point_in_polygon', -180, 0, backwards)).toBe(true);
    expect(call('geo_point_in_polygon', 0, 0, across)).toBe(false);
    expectNear(call('geo_polygon_area', backwards), call('geo_polygon_area', across));
  });

  it('covering cells hold every place of a shape', () => {
    const cells = call('geo_polygon_to_s2cells', park, 15) as string[];
    for (const [longitude, latitude] of park.coordinates[0] ?? [])
      expect(cells).toContain(call('geo_point_to_s2cell', longitude, latitude, 15));
    const near = call('geo_line_to_s2cells', street, 14, 500) as string[];
    expect(near).toEqual(expect.arrayContaining(call('geo_line_to_s2cells', street, 14) as string[]));
  });

  it('simplifying keeps the ends, and every point within the tolerance; nothing is left of what is smaller', () => {
    const zigzag = line(...Array.from({ length: 60 }, (_, step) => [step / 1000, ((step * 7) % 5) / 20_000]));
    const simple = call('geo_line_simplify', zigzag, 40) as typeof zigzag;
    expect(simple.coordinates.length).toBeLessThan(10);
    expectNear([simple.coordinates[0], simple.coordinates.at(-1)], [zigzag.coordinates[0], zigzag.coordinates.at(-1)]);
    for (const [longitude, latitude] of zigzag.coordinates)
      expect(call('geo_distance_point_to_line', longitude, latitude, simple)).toBeLessThan(44);
    expect(call('geo_line_simplify', zigzag, 100_000)).toBeNull();
    expect(call('geo_polygon_simplify', park, 1_000_000)).toBeNull();
    expectNear(call('geo_polygon_simplify', park, 0), park);
    expect(call('geo_simplify_polygons_array', [park, ring([0, 0])])).toBeNull();
  });

  it('what intersects has an intersection', () => {
    const inside = line([-73.97, 40.78], [-73.965, 40.785]);
    expect(call('geo_intersects_line_with_polygon', inside, park)).toBe(true);
    expectNear(call('geo_intersection_line_with_polygon', inside, park), inside);
    expect(call('geo_intersects_2lines', street, line([0, 0], [1, 1]))).toBe(false);
  });
});
