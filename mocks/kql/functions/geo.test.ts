/** Geospatial functions, called as the engine calls them: Microsoft's documented values, invalid input, and laws. */
import { describe, expect, it } from 'vitest';
import type { ScalarType } from '../ir';
import { findFunction } from './registry';

const typeOf = (value: unknown): ScalarType =>
  typeof value === 'number'
    ? 'real'
    : typeof value === 'string'
      ? 'string'
      : typeof value === 'boolean'
        ? 'bool'
        : 'dynamic';

/** Rows declare the types of their arguments; these tests pass what they declare. */
const callable = (js: unknown) => js as (...args: unknown[]) => unknown;

function call(name: string, ...args: unknown[]): unknown {
  const known = findFunction(name, args.map(typeOf));
  if (!known?.js) throw new Error(`no function ${name}`);
  return callable(known.js)(...args);
}

const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });
const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates });
const ring = (...points: number[][]) => polygon([...points, points[0] ?? []]);

/** Within a billionth, whatever is nested. */
function expectNear(actual: unknown, wanted: unknown): void {
  if (typeof wanted === 'number') {
    expect(Math.abs(Number(actual) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(wanted), 1e-3));
  } else if (Array.isArray(wanted)) {
    expect(actual).toHaveLength(wanted.length);
    for (const [index, each] of wanted.entries()) expectNear(Array.isArray(actual) ? actual[index] : undefined, each);
  } else if (typeof wanted === 'object' && wanted !== null) {
    expect(Object.keys(actual ?? {})).toEqual(Object.keys(wanted));
    for (const [key, each] of Object.entries(wanted)) expectNear(Reflect.get(Object(actual), key), each);
  } else expect(actual).toEqual(wanted);
}

const park = ring(
  [-73.9495, 40.7969],
  [-73.95807266235352, 40.80068603561921],
  [-73.98201942443848, 40.76825672305777],
  [-73.97317886352539, 40.76455136505513],
);
const twoParks = {
  type: 'MultiPolygon',
  coordinates: [
    park.coordinates,
    ring(
      [-73.94262313842773, 40.775991804565585],
      [-73.98107528686523, 40.791849155467695],
      [-73.99600982666016, 40.77092185281977],
      [-73.96150588989258, 40.75609977566361],
    ).coordinates,
  ],
};
const street = line([-73.95796, 40.80042], [-73.97317, 40.764486]);
const twoStreets = {
  type: 'MultiLineString',
  coordinates: [
    [
      [-73.95798683166502, 40.800556090021466],
      [-73.98193359375, 40.76819171855746],
    ],
    [
      [-73.94940376281738, 40.79691751000055],
      [-73.97317886352539, 40.76435634049001],
    ],
  ],
};
const triangle = ring([2, 45], [0, 45], [1, 44]);

describe("Microsoft's documented values", () => {
  const cases: readonly [name: string, args: unknown[], result: unknown][] = [
    ['geo_angle', [0, 10, 0, 5, 3, -10], 2.94493843406882],
    ['geo_azimuth', [5, 10, 10, -40], 3.05459939796449],
    ['geo_distance_point_to_polygon', [-73.9839, 40.7705, park], 259.940756070596],
    [
      'geo_closest_point_on_polygon',
      [-73.9839, 40.7705, park],
      { type: 'Point', coordinates: [-73.98120558015393, 40.76935945284321] },
    ],
    ['geo_line_length', [twoStreets], 8262.24339753741],
    ['geo_line_centroid', [street], { type: 'Point', coordinates: [-73.96556705723094, 40.782453249627416] }],
    [
      'geo_line_interpolate_point',
      [street, 0.25],
      { type: 'Point', coordinates: [-73.96176404321828, 40.79143668725723] },
    ],
    ['geo_line_locate_point', [street, -73.965, 40.792], 0.2556013510030755],
    ['geo_polygon_area', [park], 3475207.28346606],
    ['geo_polygon_area', [twoParks], 10889971.5343487],
    ['geo_polygon_perimeter', [park], 9930.30149604938],
    ['geo_polygon_perimeter', [twoParks], 15943.5384578745],
    ['geo_polygon_centroid', [twoParks], { type: 'Point', coordinates: [-73.96856958782088, 40.77631075255099] }],
    [
      'geo_line_densify',
      [line([50, 50], [51, 51])],
      line(
        [50, 50],
        [50.125, 50.125],
        [50.25, 50.25],
        [50.375, 50.375],
        [50.5, 50.5],
        [50.625, 50.625],
        [50.75, 50.75],
        [50.875, 50.875],
        [51, 51],
      ),
    ],
    [
      'geo_polygon_densify',
      [ring([10, 10], [11, 10], [11, 11], [10, 11])],
      ring(
        [10, 10],
        [10.25, 10],
        [10.5, 10],
        [10.75, 10],
        [11, 10],
        [11, 11],
        [10.75, 11],
        [10.5, 11],
        [10.25, 11],
        [10, 11],
      ),
    ],
    [
      'geo_intersection_2polygons',
      [triangle, ring([3, 44], [2, 45], [2, 43])],
      { type: 'Point', coordinates: [2, 45] },
    ],
    [
      'geo_intersection_2polygons',
      [triangle, ring([3, 44], [3, 45], [2, 43])],
      { type: 'GeometryCollection', geometries: [] },
    ],
    [
      'geo_intersection_2lines',
      [line([-73.978929, 40.785155], [-73.980903, 40.782621]), line([-73.985195, 40.788275], [-73.974552, 40.779761])],
      { type: 'Point', coordinates: [-73.97983711667098, 40.783989289772165] },
    ],
    ['geo_intersection_2lines', [street, street], street],
    [
      'geo_union_lines_array',
      [[line([1, 1], [2, 2], [3, 1]), line([2, 2], [3, 1], [4, 4])]],
      line([1, 1], [2, 2], [3, 1], [4, 4]),
    ],
    [
      'geo_polygon_simplify',
      [
        ring(
          [-73.94885122776031, 40.79673476355657],
          [-73.94885927438736, 40.79692258628347],
          [-73.94887939095497, 40.79692055577034],
          [-73.94890084862709, 40.79695304397289],
          [-73.94906312227248, 40.79710736271788],
          [-73.94923612475395, 40.7968708081794],
        ),
      ],
      ring(
        [-73.94885122776031, 40.79673476355657],
        [-73.94906312227248, 40.79710736271788],
        [-73.94923612475395, 40.7968708081794],
      ),
    ],
    ['geo_point_to_h3cell', [-74.04450446039874, 40.689250859314974, 6], '862a1072fffffff'],
    ['geo_h3cell_parent', ['862a1072fffffff', 1], '812a3ffffffffff'],
    ['geo_h3cell_level', ['862a1072fffffff'], 6],
    [
      'geo_h3cell_children',
      ['862a1072fffffff'],
      ['28', '29', '2a', '2b', '2c', '2d', '2e'].map((end) => `872a107${end}ffffff`),
    ],
    [
      'geo_s2cell_neighbors',
      ['89c259'],
      ['89c25d', '89c25b', '89c2f7', '89c257', '89c2f5', '89c251', '89c25f', '89c2f9'],
    ],
    ['geo_distance_2points', [-122.407628, 47.578557, -118.275287, 34.019056], 1546754.35197381],
    [
      'geo_s2cell_to_polygon',
      ['89c259'],
      ring(
        [-74.03001224983848, 40.8012684339439],
        [-74.03001224983848, 40.7222262918358],
        [-73.93598211433742, 40.708880489804564],
        [-73.93598211433742, 40.78791713450684],
      ),
    ],
    ['geo_point_to_geohash', [-80.195829, 25.802215, 8], 'dhwfz15h'],
    [
      'geo_from_wkt',
      ['MULTIPOINT (1 1, 2 2, 3 3)'],
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
      },
    ],
    [
      'geo_from_wkt',
      ['GEOMETRYCOLLECTION (POINT (1 1),LINESTRING (2 2, 3 3, 4 4))'],
      {
        type: 'GeometryCollection',
        geometries: [{ type: 'Point', coordinates: [1, 1] }, line([2, 2], [3, 3], [4, 4])],
      },
    ],
  ];
  it.each(cases)('%s(%j)', (name, args, result) => expectNear(call(name, ...args), result));

  it('rings of a union begin where S2 lets them begin', () => {
    const other = ring([-73.94622, 40.79249], [-73.96888, 40.79282], [-73.9577, 40.7789]);
    const first = ring([-73.9495, 40.7969], [-73.95807, 40.80068], [-73.98201, 40.76825], [-73.97317, 40.76455]);
    expectNear(
      call('geo_union_polygons_array', [first, other]),
      ring(
        [-73.9495, 40.7969],
        [-73.95807, 40.80068],
        [-73.9639277517478, 40.792748258673875],
        [-73.96888, 40.79282],
        [-73.9662719791645, 40.7895734224338],
        [-73.98201, 40.76825],
        [-73.97317, 40.76455],
        [-73.96030238370618, 40.782140794645024],
        [-73.9577, 40.7789],
        [-73.94622, 40.79249],
        [-73.9526593223173, 40.79258422771647],
      ),
    );
  });

  it('a buffer of 20 km with 10 m of tolerance has 100 corners', () => {
    const buffer = call('geo_point_buffer', -115.1745008278, 36.1497251277, 20_000);
    const [points = []] = (buffer as ReturnType<typeof polygon>).coordinates;
    expect(points).toHaveLength(101);
    expectNear(points[0], [-115.23572342504431, 36.32267760568711]);
  });
});

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
