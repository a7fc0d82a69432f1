/**
 * Seeded randomness: a pure function of (seed, key), so that two runs make the same world and one part of it
 * can change without moving the others. Not for secrets.
 */

/** A stream of pseudo-random draws. Two streams made of the same seed and key give the same draws. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [0, below). */
  int(below: number): number;
  /** An integer in [low, high]. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One member of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One member of a weighted list made by `weigh`. */
  draw<T>(weighted: Weighted<T>): T;
  /** `length` lower-case hexadecimal digits. */
  hex(length: number): string;
  /** A version-4-shaped GUID. */
  guid(): string;
  /** Starts the stream afresh at a position: draws after `seek(n)` don't depend on what was drawn before. */
  seek(position: number): void;
};

export type Weighted<T> = { readonly members: readonly T[]; readonly bounds: readonly number[] };

/** Prepares a weighted choice; weights need not add up to anything. */
export function weigh<T>(pairs: readonly (readonly [T, number])[]): Weighted<T> {
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  let reached = 0;
  const bounds = pairs.map(([, weight]) => {
    reached += weight;
    return reached / total;
  });
  return { members: pairs.map(([member]) => member), bounds };
}

/** FNV-1a with a final mix (murmur3's), 32 bits. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const hexBytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hexByte = (byte: number): string => hexBytes[byte & 255] ?? '';

/** By the byte: a tenant writes millions of these. */
function hex32(value: number): string {
  return hexByte(value >>> 24) + hexByte(value >>> 16) + hexByte(value >>> 8) + hexByte(value);
}

/** A GUID that is always the same for the same text. */
export function guidOf(text: string): string {
  return createRandom(text, 'guid').guid();
}

/** `length` hexadecimal digits that are always the same for the same text. */
export function hexOf(text: string, length: number): string {
  return createRandom(text, 'hex').hex(length);
}

export function createRandom(seed: number | string, key: string): Random {
  return new SeededRandom(hash32(`${seed}\u0000${key}`));
}

/** A class, because a tenant makes millions of these: functions of their own would cost more than all their draws. */
class SeededRandom implements Random {
  readonly #start: number;
  #state: number;

  constructor(start: number) {
    this.#start = start;
    this.#state = start;
  }

  /** Mulberry32: one 32-bit state, quick, good enough for telling stories. */
  #bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let word = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return (word ^ (word >>> 14)) >>> 0;
  }

  next(): number {
    return this.#bits() / 4294967296;
  }

  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  between(low: number, high: number): number {
    return low + this.int(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return memberAt(list, this.int(list.length));
  }

  draw<T>({ members, bounds }: Weighted<T>): T {
    const point = this.next();
    let index = 0;
    while (index < bounds.length - 1 && point >= (bounds[index] ?? 1)) index += 1;
    return memberAt(members, index);
  }

  hex(length: number): string {
    let digits = '';
    while (digits.length < length) digits += hex32(this.#bits());
    return digits.length === length ? digits : digits.slice(0, length);
  }

  guid(): string {
    const a = hex32(this.#bits());
    const b = hex32(this.#bits());
    const c = hex32(this.#bits());
    const d = hex32(this.#bits());
    const variant = '89ab'[Number.parseInt(c[0] ?? '0', 16) & 3];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5, 8)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }

  seek(position: number): void {
    this.#state = mix(this.#start ^ Math.imul(position + 1, 0x9e3779b1));
  }
}

function memberAt<T>(list: readonly T[], index: number): T {
  const member = list[index];
  if (member === undefined) throw new RangeError('cannot choose from an empty list');
  return member;
}
