/** Numeric functions that SQL lacks, or rounds otherwise. */
import { QueryFault } from './query-fault';

export function assertTrue(condition: boolean | null, message: string): boolean {
  if (condition !== true) throw new QueryFault('SEM0266', `assert() has failed with message: '${message}'`);
  return true;
}

/** Half away from zero at the given decimals; negative ones round to tens, hundreds… */
export function round(value: number | null, digits?: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return value;
  if (digits === null) return null;
  const places = digits ?? 0;
  if (places < 0) {
    const unit = 10 ** -places;
    return roundHalfAway(value / unit) * unit;
  }
  if (places > 15) return value;
  const shifted = Number(`${Math.abs(value)}e${places}`);
  if (!Number.isFinite(shifted)) return value;
  return Math.sign(value) * Number(`${roundHalfAway(shifted)}e-${places}`);
}

const roundHalfAway = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** As C computes it: 1 to any power is 1, also where the power is no number. */
export const power = (base: number, exponent: number): number =>
  base === 1 || (base === -1 && Math.abs(exponent) === Number.POSITIVE_INFINITY) ? 1 : base ** exponent;

export function shiftLeft(value: bigint | number | null, by: bigint | number | null): bigint | null {
  if (value === null || by === null) return null;
  return BigInt.asIntN(64, BigInt(value) << (BigInt(by) & 63n));
}

export function shiftRight(value: bigint | number | null, by: bigint | number | null): bigint | null {
  if (value === null || by === null) return null;
  return BigInt.asIntN(64, BigInt(value) >> (BigInt(by) & 63n));
}
