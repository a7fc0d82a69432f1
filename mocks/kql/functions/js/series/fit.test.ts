import { describe, expect, it } from 'vitest';
import { fir } from './filters';
import { fit2Lines, fit2LinesDynamic, fitLine, fitLineDynamic } from './fit-line';
import { fitPoly } from './fit-poly';
import { fft, ifft } from './fourier';
import { stats, statsDynamic } from './stats';

const parsed = (text: string | null): unknown[] => JSON.parse(text ?? 'null');
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));

describe('a line', () => {
  it('counts positions from 1 and divides by one less than the points', () => {
    const [rsquare, slope, variance, rvariance, interception, fit] = parsed(
      fitLine('[2,5,6,8,11,15,17,18,25,26,30,30]'),
    );
    expect([rsquare, slope, variance, rvariance, interception]).toEqual(
      near([0.982900730884447, 2.730769230769231, 98.62878787878789, 1.686480186480187, -1.6666666666666716]),
    );
    expect(fit).toHaveLength(12);
    expect((fit as number[])[0]).toBeCloseTo(1.0641025641025592, 9);
  });

  it('is null for a series with gaps, as bag and as columns', () => {
    expect([fitLine('[1,null,2]'), fitLineDynamic('[1,null,2]'), fit2Lines('[1,null,2,3,4]')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(Object.keys(JSON.parse(fitLineDynamic('[1,2,3]') ?? '{}'))).toEqual([
      'rsquare',
      'slope',
      'variance',
      'rvariance',
      'interception',
      'line_fit',
    ]);
  });

  it('breaks where two lines fit best', () => {
    const found = JSON.parse(fit2LinesDynamic('[1,2.2,2.5,4.7,5.0,12,10.3,10.3,9,8.3,6.2]') ?? '{}');
    expect(found.split_idx).toBe(5);
    expect(found.line_fit[0]).toBeCloseTo(0.98, 9);
    expect(found.line_fit[5]).toBeCloseTo(11.942857142857143, 9);
    expect(found.line_fit[10]).toBeCloseTo(6.75714285714286, 9);
    expect([found.left.slope, found.right.slope]).toEqual(near([1.05, -1.0371428571428571]));
    expect(parsed(fit2Lines('[1,2,3,4,9,8,7,6]'))).toHaveLength(15);
    expect(fit2Lines('[1,2,3]')).toBeNull();
  });
});

describe('a polynomial', () => {
  const cubic = (x: number) => 2 * x ** 3 - x + 5;

  it('gives the coefficients from the highest power down', () => {
    const x = [-2, -1.5, 0, 0.5, 1, 3, 4];
    const [rsquare, coefficients] = parsed(fitPoly(JSON.stringify(x.map(cubic)), JSON.stringify(x), 3));
    expect(coefficients).toEqual(near([2, 0, -1, 5]));
    expect(rsquare).toBeCloseTo(1, 12);
  });

  it('of the first degree is the line', () => {
    const series = '[2,5,6,8,11,15]';
    const [rsquare, slope, , , interception] = parsed(fitLine(series)) as number[];
    const [same, coefficients] = parsed(fitPoly(series));
    expect([same, ...(coefficients as number[])]).toEqual(near([rsquare ?? 0, slope ?? 0, interception ?? 0]));
  });

  it('needs more points than its degree, as many positions as values, and positions that differ', () => {
    expect(fitPoly('[1,2]', '[1,2]', 2)).toBeNull();
    expect(fitPoly('[1,2,3]', '[1,2]', 1)).toBeNull();
    expect(fitPoly('[1,2,3]', '[5,5,5]', 1)).toBeNull();
  });
});

describe('statistics', () => {
  it('are those of a sample', () => {
    expect(parsed(stats('[23,46,23,87,4,8,3,75,2,56,13,75,32,16,29]'))).toEqual([
      2,
      8,
      87,
      3,
      ...near([32.8, 28.5036338535483, 812.457142857143]),
    ]);
  });

  it('have no value when a member has none, unless that is ignored', () => {
    expect(stats('[1,null,3]')).toBeNull();
    expect(statsDynamic('[1,null,3]', true)).toBe(
      '{"min":1.0,"min_idx":0,"max":3.0,"max_idx":2,"avg":2.0,"stdev":1.4142135623730951,"variance":2.0,"sum":4.0,"len":3}',
    );
    expect(stats('[]')).toBeNull();
  });
});

describe('the Fourier transform', () => {
  const naive = (re: readonly number[]): number[][] =>
    [Math.cos, (angle: number) => -Math.sin(angle)].map((wave) =>
      re.map((_, k) => re.reduce((all, value, t) => all + value * wave((2 * Math.PI * k * t) / re.length), 0)),
    );

  it.each([1, 2, 5, 8, 12, 67, 134])('of %d points is what its definition says, and goes back', (length) => {
    const series = Array.from({ length }, (_, index) => Math.sin(index) + (index % 3));
    const [re, im] = parsed(fft(JSON.stringify(series))) as number[][];
    expect(re).toEqual(near(naive(series)[0] ?? []));
    expect(im).toEqual(near(naive(series)[1] ?? []));
    const [back] = parsed(ifft(JSON.stringify(re), JSON.stringify(im)));
    expect(back).toEqual(near(series));
  });

  it('wants both parts complete and of one length', () => {
    expect([fft('[1,2]', '[1]'), fft('[1,null]'), fft('[]')]).toEqual([null, null, null]);
  });
});

it('refuses what would take minutes', () => {
  const long = `[${'1,'.repeat(99_999)}1]`;
  expect(() => fitPoly(long, undefined, 60)).toThrow('not supported');
  expect(() => fir(long, long)).toThrow('not supported');
});
