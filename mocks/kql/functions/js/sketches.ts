/**
 * The states that hll() and tdigest() keep of many values. Small ones are exact: all hashes, all distinct values with
 * their weights; large ones are approximate, as Kusto's are. The texts inside are this engine's own.
 */
import { Buffer } from 'node:buffer';
import { parseTimespan } from '../../ticks';

const mostHashes = 65_536;
/** log2 of the registers by accuracy. https://learn.microsoft.com/kusto/query/dcount-aggregation-function#estimation-accuracy */
const bitsByAccuracy = [12, 14, 16, 17, 18];

type Hll = { readonly bits: number; readonly hashes: ReadonlySet<string>; readonly registers: Uint8Array | undefined };

function readHll(value: unknown): Hll | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const [head, hashes, dense] = value as unknown[];
  if (!Array.isArray(head) || !Array.isArray(hashes) || !Array.isArray(dense)) return null;
  const registers = typeof dense[0] === 'string' ? new Uint8Array(Buffer.from(dense[0], 'base64')) : undefined;
  return { bits: Number(head[1]), hashes: new Set(hashes.map(String)), registers };
}

const writeHll = ({ bits, hashes, registers }: Hll): unknown => [
  [1024, bits],
  registers ? [] : [...hashes],
  registers ? [Buffer.from(registers).toString('base64')] : [],
];

function register(registers: Uint8Array, bits: number, hash: string): void {
  const value = BigInt.asUintN(64, BigInt(hash));
  const index = Number(value >> BigInt(64 - bits));
  const rest = BigInt.asUintN(64 - bits, value);
  const rank = 64 - bits - rest.toString(2).length + (rest === 0n ? 2 : 1);
  if (rank > (registers[index] ?? 0)) registers[index] = rank;
}

function compacted(state: Hll): Hll {
  if (state.registers || state.hashes.size <= mostHashes) return state;
  return { bits: state.bits, hashes: new Set(), registers: dense(state) };
}

function dense(state: Hll): Uint8Array {
  const registers = new Uint8Array(2 ** state.bits);
  if (state.registers) registers.set(state.registers);
  for (const hash of state.hashes) register(registers, state.bits, hash);
  return registers;
}

export function hllState(hashes: unknown, accuracy?: number | null): unknown {
  if (!Array.isArray(hashes)) return null;
  const texts = new Set(hashes.filter((hash) => hash !== null).map(String));
  return writeHll(compacted({ bits: bitsByAccuracy[accuracy ?? 1] ?? 14, hashes: texts, registers: undefined }));
}

/** The registers of the coarser one decide. */
function joined(a: Hll, b: Hll): Hll {
  if (!a.registers && !b.registers)
    return compacted({
      bits: Math.min(a.bits, b.bits),
      hashes: new Set([...a.hashes, ...b.hashes]),
      registers: undefined,
    });
  const bits = Math.min(a.bits, b.bits);
  const [x, y] = [folded(dense(a), a.bits, bits), folded(dense(b), b.bits, bits)];
  return { bits, hashes: new Set(), registers: x.map((rank, index) => Math.max(rank, y[index] ?? 0)) };
}

/** Fewer registers: the bits that no longer choose one become leading bits of the rest. */
function folded(registers: Uint8Array, from: number, to: number): Uint8Array {
  if (from === to) return registers;
  const lost = from - to;
  const fewer = new Uint8Array(2 ** to);
  for (const [index, rank] of registers.entries()) {
    if (rank === 0) continue;
    const low = index % 2 ** lost;
    const moved = low === 0 ? rank + lost : lost - Math.floor(Math.log2(low));
    const at = index >> lost;
    fewer[at] = Math.max(fewer[at] ?? 0, moved);
  }
  return fewer;
}

export function hllMerge(...states: unknown[]): unknown {
  const read = states.map(readHll).filter((state) => state !== null);
  const [head, ...others] = read;
  return head ? writeHll(others.reduce(joined, head)) : null;
}

export const hllMergeList = (states: unknown): unknown => (Array.isArray(states) ? hllMerge(...states) : null);
export const hllIsValid = (state: unknown): boolean => readHll(state) !== null;

export function hllCount(value: unknown): number | null {
  const state = readHll(value);
  if (!state) return null;
  if (!state.registers) return state.hashes.size;
  const size = state.registers.length;
  const sum = state.registers.reduce((total, rank) => total + 2 ** -rank, 0);
  const zeros = state.registers.reduce((count, rank) => count + (rank === 0 ? 1 : 0), 0);
  const raw = ((0.7213 / (1 + 1.079 / size)) * size * size) / sum;
  return Math.round(raw <= 2.5 * size && zeros > 0 ? size * Math.log(size / zeros) : raw);
}

type Digest = { readonly value: unknown; readonly weight: number }[];
const mostCentroids = 100_000;

/** Datetimes sort by their text, timespans by their length, numbers as numbers. */
function order(value: unknown): number | string {
  if (typeof value === 'number') return value;
  const text = String(value);
  const ticks = /^\d{4}-/.test(text) ? null : parseTimespan(text);
  return ticks === null ? text : Number(ticks);
}

const byOrder = (a: { readonly key: number | string }, b: { readonly key: number | string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/** Sorted, each value once; past a bound neighbours share the value of the last of them. */
function digestOf(members: Digest): Digest {
  const keyed = members.map((member) => ({ ...member, key: order(member.value) })).sort(byOrder);
  const merged: { value: unknown; weight: number; key: number | string }[] = [];
  for (const member of keyed) {
    const last = merged.at(-1);
    if (last && last.key === member.key) last.weight += member.weight;
    else merged.push({ ...member });
  }
  const step = Math.ceil(merged.length / mostCentroids);
  if (step <= 1) return merged.map(({ value, weight }) => ({ value, weight }));
  return merged.flatMap(({ value }, index) => {
    if ((index + 1) % step !== 0 && index + 1 !== merged.length) return [];
    const from = index - (index % step);
    return [{ value, weight: merged.slice(from, index + 1).reduce((total, { weight }) => total + weight, 0) }];
  });
}

const writeDigest = (digest: Digest): unknown =>
  digest.length === 0 ? null : [[7], digest.map(({ value }) => value), digest.map(({ weight }) => weight)];

function readDigest(value: unknown): Digest | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const [, values, weights] = value as unknown[];
  if (!Array.isArray(values) || !Array.isArray(weights)) return null;
  return values.map((member: unknown, index) => ({ value: member, weight: Number(weights[index] ?? 1) }));
}

export function tdigestState(values: unknown, weights?: unknown): unknown {
  if (!Array.isArray(values)) return null;
  const members = values.map((value: unknown, index) => ({
    value,
    weight: Array.isArray(weights) ? Number(weights[index] ?? 0) : 1,
  }));
  return writeDigest(digestOf(members.filter(({ value, weight }) => value !== null && weight > 0)));
}

export function tdigestMerge(...states: unknown[]): unknown {
  return writeDigest(digestOf(states.flatMap((state) => readDigest(state) ?? [])));
}

export const tdigestMergeList = (states: unknown): unknown => (Array.isArray(states) ? tdigestMerge(...states) : null);
export const tdigestIsValid = (state: unknown): boolean => readDigest(state) !== null;

const total = (digest: Digest): number => digest.reduce((sum, { weight }) => sum + weight, 0);

/** The smallest value with at least `percent` of the weight at or below it. */
export function tdigestPercentile(state: unknown, percent: number | null): unknown {
  const digest = readDigest(state);
  if (!digest || percent === null) return null;
  const wanted = (total(digest) * percent) / 100;
  let below = 0;
  for (const { value, weight } of digest) {
    below += weight;
    if (below >= wanted - 1e-9) return value;
  }
  return digest.at(-1)?.value ?? null;
}

export const tdigestPercentiles = (state: unknown, ...percents: unknown[]): unknown =>
  readDigest(state) && percents.flat().map((percent) => tdigestPercentile(state, Number(percent)));

/** How much of the weight is at or below the value. */
export function tdigestRank(state: unknown, value: unknown): number | null {
  const digest = readDigest(state);
  if (!digest || value === null) return null;
  const key = order(value);
  return total(digest.filter((member) => order(member.value) <= key));
}

export function tdigestPercentRank(state: unknown, value: unknown): number | null {
  const [digest, rank] = [readDigest(state), tdigestRank(state, value)];
  return digest && rank !== null ? (rank * 100) / total(digest) : null;
}

/** Place, from 1, of the weighted percentile among values that are sorted, by their weights; null when all weigh nothing. */
export function weightedPlace(weights: unknown, percent: number | null): number | null {
  if (!Array.isArray(weights) || percent === null) return null;
  const numbers = weights.map((weight) => Math.max(0, Number(weight ?? 0)));
  const wanted = (numbers.reduce((sum, weight) => sum + weight, 0) * percent) / 100;
  let below = 0;
  const at = numbers.findIndex((weight) => {
    below += weight;
    return weight > 0 && below >= wanted - 1e-9;
  });
  return at < 0 ? null : at + 1;
}
