/** xxHash64 of UTF-8 text with seed 0, which is what hash() and hash_xxhash64() compute. */
import { Buffer } from 'node:buffer';
import { QueryFault } from './query-fault';

const [p1, p2, p3, p4, p5] = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
];
const mask = 0xffff_ffff_ffff_ffffn;

const wrap = (value: bigint): bigint => value & mask;
const rotate = (value: bigint, by: bigint): bigint => wrap((value << by) | (value >> (64n - by)));
const round = (state: bigint, lane: bigint): bigint => wrap(rotate(wrap(state + lane * p2), 31n) * p1);
const merge = (hash: bigint, state: bigint): bigint => wrap((hash ^ round(0n, state)) * p1 + p4);

function stripes(bytes: Buffer): { readonly hash: bigint; readonly at: number } {
  if (bytes.length < 32) return { hash: p5, at: 0 };
  let lanes = [wrap(p1 + p2), p2, 0n, wrap(-p1)];
  let at = 0;
  for (; at + 32 <= bytes.length; at += 32) {
    lanes = lanes.map((lane, index) => round(lane, bytes.readBigUInt64LE(at + index * 8)));
  }
  const turns = [1n, 7n, 12n, 18n];
  const mixed = wrap(lanes.reduce((total, lane, index) => total + rotate(lane, turns[index] ?? 1n), 0n));
  return { hash: lanes.reduce(merge, mixed), at };
}

/** As a signed 64-bit number. */
export function xxhash64(bytes: Buffer): bigint {
  let { hash, at } = stripes(bytes);
  hash = wrap(hash + BigInt(bytes.length));
  for (; at + 8 <= bytes.length; at += 8)
    hash = wrap(rotate(hash ^ round(0n, bytes.readBigUInt64LE(at)), 27n) * p1 + p4);
  if (at + 4 <= bytes.length) {
    hash = wrap(rotate(hash ^ wrap(BigInt(bytes.readUInt32LE(at)) * p1), 23n) * p2 + p3);
    at += 4;
  }
  for (; at < bytes.length; at++) hash = wrap(rotate(hash ^ wrap(BigInt(bytes[at] ?? 0) * p5), 11n) * p1);
  hash = wrap((hash ^ (hash >> 33n)) * p2);
  hash = wrap((hash ^ (hash >> 29n)) * p3);
  return BigInt.asIntN(64, hash ^ (hash >> 32n));
}

type Bytes<Value> = (value: Value) => Buffer;

/** hash(value, modulus) of a value by its bytes in memory. */
const hashBy =
  <Value>(bytesOf: Bytes<Value>) =>
  (value: Value | null, modulus?: bigint | number | null): bigint | null => {
    if (value === null) return null;
    const hash = xxhash64(bytesOf(value));
    if (modulus === undefined || modulus === null) return hash;
    const size = BigInt(modulus);
    return size === 0n ? null : ((hash % size) + size) % size;
  };

const wordBytes: Bytes<bigint | number> = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(value));
  return bytes;
};

const realBytes: Bytes<bigint | number> = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(Number(value));
  return bytes;
};

export const hashOfText = hashBy((text: string) => Buffer.from(text, 'utf8'));
/** Longs, and the ticks of datetimes and timespans. */
export const hashOfWord = hashBy(wordBytes);
export const hashOfReal = hashBy(realBytes);

/** Microsoft doesn't say how the other types are laid out, and a hash that is not theirs would be wrong. */
export function hashUnknown(): never {
  throw new QueryFault('KQLU01', 'A hash of a value of this type is not supported by this engine.');
}
