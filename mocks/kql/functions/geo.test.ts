/** Geospatial functions give Microsoft's documented values. */
import { describe, expect, it } from 'vitest';
import {
  call,
  expectNear,
  line,
  park,
  type polygon,
  ring,
  street,
  triangle,
  twoParks,
  twoStreets,
} from './testing/geometry';

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
