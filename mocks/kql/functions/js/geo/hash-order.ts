/**
 * The order in which Kusto lists the neighbours of an S2 cell: that of a C++ hash set of their tokens. It shows where
 * the cells are joined, as the ring of a union begins where the order of its parts lets it begin.
 */

const mask = (1n << 64n) - 1n;
const factor = 0xc6a4a7935bd1e995n;
const mixed = (value: bigint): bigint => value ^ (value >> 47n);
const times = (a: bigint, b: bigint): bigint => (a * b) & mask;

/** MurmurHash2 of 64 bits, as the GNU C++ library hashes texts. */
export function murmur(text: string): bigint {
  const bytes = [...new TextEncoder().encode(text)].map(BigInt);
  const word = (from: number, to: number) =>
    bytes.slice(from, to).reduce((total, byte, index) => total | (byte << BigInt(8 * index)), 0n);
  const whole = bytes.length - (bytes.length % 8);
  let hash = (0xc70f6907n ^ times(BigInt(bytes.length), factor)) & mask;
  for (let at = 0; at < whole; at += 8)
    hash = times(hash ^ times(mixed(times(word(at, at + 8), factor)), factor), factor);
  if (whole < bytes.length) hash = times(hash ^ word(whole, bytes.length), factor);
  return mixed(times(mixed(hash), factor));
}

/** What room for eight makes of the number of buckets: the next prime. */
const buckets = 11n;

/** Newcomers go to the front: of their bucket, or of all when it is empty. */
export function hashOrder(texts: readonly string[]): string[] {
  const listed: { readonly text: string; readonly bucket: bigint }[] = [];
  for (const text of new Set(texts)) {
    const bucket = murmur(text) % buckets;
    const first = listed.findIndex((other) => other.bucket === bucket);
    listed.splice(Math.max(0, first), 0, { text, bucket });
  }
  return listed.map(({ text }) => text);
}
