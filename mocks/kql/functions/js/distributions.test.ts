import { expect, it } from 'vitest';
import { betaCdf, betaInv, betaPdf, welchTest } from './distributions';
import { power, round } from './maths';
import { erf, erfc, gamma, logGamma } from './special-functions';

it('the beta distribution', () => {
  expect(betaCdf(0.9, 10, 20)).toBeCloseTo(0.999999999999959, 14);
  expect(betaPdf(0.5, 10, 20)).toBeCloseTo(0.746176019310951, 12);
  expect(betaInv(0.1, 10, 20)).toBeCloseTo(0.226415022388749, 14);
  expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaInv(1, 2, 3)]).toEqual([0, 1, 1]);
});

it('beyond its domain gives NaN, and no probability null', () => {
  expect([betaCdf(1.5, 10, 20), betaCdf(-10, 10, 20), betaCdf(0.1, -1, 20), betaCdf(0.1, 10_001, 20)]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
  expect([betaPdf(1, 2, 3), betaPdf(0.5, 0, 3)]).toEqual([Number.NaN, Number.NaN]);
  expect([betaInv(1.5, 10, 20), betaInv(0, 10, 20), betaInv(0.1, -1, 20)]).toEqual([null, null, Number.NaN]);
});

it('Welch’s test is two-sided and does not care which mean comes first', () => {
  const [first, second] = [
    [20.819999999999997, 7.8674285714, 15],
    [22.986666666666668, 3.8126666667, 15],
  ] as const;
  expect(welchTest(...first, ...second)).toBeCloseTo(0.02137800146286441, 12);
  expect(welchTest(...second, ...first)).toBeCloseTo(0.02137800146286441, 12);
  expect(welchTest(1, 2, 3, 1, 2, 3)).toBe(1);
});

it('gamma and error functions', () => {
  expect([gamma(5), gamma(0), gamma(-1)]).toEqual([24, Number.POSITIVE_INFINITY, Number.NaN]);
  expect(gamma(0.5)).toBeCloseTo(Math.sqrt(Math.PI), 12);
  expect(gamma(-0.5)).toBeCloseTo(-2 * Math.sqrt(Math.PI), 12);
  expect(logGamma(5)).toBeCloseTo(3.1780538303479458, 12);
  expect([erf(-3), erf(0), erf(7)]).toEqual([expect.closeTo(-0.9999779095030014, 14), 0, 1]);
});

it('erfc keeps its digits where erf is nearly 1', () => {
  expect(erfc(5) / 1.5374597944280349e-12).toBeCloseTo(1, 12);
  expect(erfc(2.5) / 4.069520174449588e-4).toBeCloseTo(1, 10);
  expect(erfc(-3)).toBeCloseTo(1.9999779095030015, 14);
});

it('1 to any power is 1, and rounding to an unknown precision is null', () => {
  expect([power(1, Number.NaN), power(-1, Number.POSITIVE_INFINITY), power(2, 10)]).toEqual([1, 1, 1024]);
  expect([round(2.15, 1), round(-50.55, -2), round(1.5, null)]).toEqual([2.2, -100, null]);
});
