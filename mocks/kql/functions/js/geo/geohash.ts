/** Geohashes: base-32 text of interleaved longitude and latitude bits. */
import { isPosition } from './vector';

const alphabet = '0123456789bcdefghjkmnpqrstuvwxyz';

type Box = { readonly west: number; readonly east: number; readonly south: number; readonly north: number };

/** Kusto's default accuracy is 5 letters, the most 18. */
export function encode(longitude: number, latitude: number, accuracy: number | null = 5): string {
  const letters = accuracy ?? 5;
  if (!isPosition(longitude, latitude) || letters < 1 || letters > 18) return '';
  const ranges = [
    [-180, 180],
    [-90, 90],
  ];
  let text = '';
  let bits = 0;
  for (let bit = 0; bit < letters * 5; bit++) {
    const range = ranges[bit % 2] ?? [0, 0];
    const middle = ((range[0] ?? 0) + (range[1] ?? 0)) / 2;
    const upper = (bit % 2 === 0 ? longitude : latitude) >= middle;
    range[upper ? 0 : 1] = middle;
    bits = bits * 2 + Number(upper);
    if (bit % 5 === 4) {
      text += alphabet[bits];
      bits = 0;
    }
  }
  return text;
}

function boxOf(hash: string): Box | null {
  if (hash === '' || hash.length > 18) return null;
  const ranges: [number, number][] = [
    [-180, 180],
    [-90, 90],
  ];
  let turn = 0;
  for (const letter of hash.toLowerCase()) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    for (let bit = 4; bit >= 0; bit--, turn++) {
      const range = ranges[turn % 2] ?? [0, 0];
      range[(value >> bit) % 2 === 1 ? 0 : 1] = (range[0] + range[1]) / 2;
    }
  }
  const [[west, east] = [0, 0], [south, north] = [0, 0]] = ranges;
  return { west, east, south, north };
}

export function centralPoint(hash: string): unknown {
  const box = boxOf(hash);
  return box && { type: 'Point', coordinates: [(box.west + box.east) / 2, (box.south + box.north) / 2] };
}

export function polygon(hash: string): unknown {
  const box = boxOf(hash);
  if (!box) return null;
  const { west, east, south, north } = box;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** The cells around one, fewer at the poles. */
export function neighbors(hash: string): string[] | null {
  const box = boxOf(hash);
  if (!box) return null;
  const [width, height] = [box.east - box.west, box.north - box.south];
  const [x, y] = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  const found = [-1, 0, 1].flatMap((up) =>
    [-1, 0, 1].map((right) => {
      const longitude = ((x + right * width + 540) % 360) - 180;
      const latitude = y + up * height;
      return Math.abs(latitude) > 90 ? '' : encode(longitude, latitude, hash.length);
    }),
  );
  return [...new Set(found)].filter((cell) => cell !== '' && cell !== hash.toLowerCase());
}
