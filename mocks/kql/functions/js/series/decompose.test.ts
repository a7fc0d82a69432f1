import { describe, expect, it } from 'vitest';
import { anomalies, decompose, forecast, seasonalSeries } from './decompose';
import { outliers } from './outliers';
import { periodsDetect, periodsValidate } from './period-series';

const parsed = (text: string | null): number[][] => JSON.parse(text ?? 'null');
const text = (values: readonly number[]): string => JSON.stringify(values);
const week = [1, 5, 6, 5, 7, 2, 0];
/** Ten weeks, a little noise that repeats with another period. */
const weeks = Array.from({ length: 70 }, (_, day) => (week[day % 7] ?? 0) * 10 + ((day * 5) % 11) / 10);

describe('series_seasonal', () => {
  it.each([
    ['[2,5,3,4,3,2,1,2,3,4,3,2,1,2,3,4,3,2,1,2,3,4,3,2,1]', -1, [1, 2, 3, 4, 3, 2]],
    ['[8,12,14,12,10,10,12,14,12,10,10,12,14,12,10,10,12,14,12,10]', -1, [10, 12, 14, 12, 10]],
    ['[1,3,5,2,4,6,1,3,5,2,4,6]', -1, [0]],
    ['[1,3,5,1,3,5,2,4,6]', 3, [1, 3, 5]],
    ['[1,3,5,2,4,6,1,3,5,2,4,6]', 3, [1.5, 3.5, 5.5]],
  ])('%s with period %d repeats %j', (series, period, phases) => {
    const season = JSON.parse(seasonalSeries(series, period) ?? 'null') as number[];
    expect(season).toEqual(season.map((_, index) => phases[index % phases.length]));
  });
});

describe('series_decompose', () => {
  it('adds up: season and trend to the baseline, baseline and residual to the series', () => {
    const [baseline = [], season = [], trend = [], residual = []] = parsed(decompose(text(weeks)));
    for (const [day, value] of weeks.entries()) {
      expect(baseline[day]).toBeCloseTo((season[day] ?? 0) + (trend[day] ?? 0), 12);
      expect(value).toBeCloseTo((baseline[day] ?? 0) + (residual[day] ?? 0), 12);
    }
    expect(season[0]).toBe(season[7]);
    expect(new Set(trend).size).toBe(1);
  });

  it('finds no season in a constant or a short series', () => {
    for (const series of ['[5,5,5,5,5,5,5,5,5,5,5,5]', '[1,9,1,9]'])
      expect(new Set(parsed(decompose(series))[1])).toEqual(new Set([0]));
  });

  it('a line is extended over the points that are not learned from', () => {
    const [baseline] = parsed(decompose('[1,2,3,4,99,99]', 0, 'linefit', 2));
    expect(baseline).toEqual([1, 2, 3, 4, 5, 6].map((value) => expect.closeTo(value, 9)));
    expect(parsed(decompose('[1,2,3]', 0, 'none'))[3]).toEqual([1, 2, 3]);
  });

  it('wants numbers, and a trend that it knows', () => {
    expect(decompose('[1,null,3]')).toBeNull();
    expect(() => decompose('[1,2,3]', 0, 'curve')).toThrow('no trend');
  });
});

it('a forecast goes on with season and line', () => {
  const rising = weeks.map((value, day) => value + day);
  const learned = [...rising.slice(0, 63), 0, 0, 0, 0, 0, 0, 0];
  const found = JSON.parse(forecast(text(learned), 7) ?? 'null') as number[];
  for (let day = 63; day < 70; day++) expect(Math.abs((found[day] ?? 0) - (rising[day] ?? 0))).toBeLessThan(4);
});

describe('anomalies', () => {
  const withSpike = weeks.map((value, day) => (day === 40 ? value + 30 : day === 12 ? value - 30 : value));

  it('flags what is far from the baseline, up and down', () => {
    const [flags = [], scores = []] = parsed(anomalies(text(withSpike), '1.5'));
    expect(flags.flatMap((flag, day) => (flag === 0 ? [] : [[day, flag]]))).toEqual([
      [12, -1],
      [40, 1],
    ]);
    expect(scores[12]).toBeLessThan(-1.5);
  });

  it('a higher threshold flags less', () => {
    expect(new Set(parsed(anomalies(text(withSpike), '1000'))[0])).toEqual(new Set([0]));
  });
});

describe('series_outliers', () => {
  const tenths = text(Array.from({ length: 11 }, (_, index) => index));

  it('scores beyond the tenth and ninetieth percentile, in their distance', () => {
    const scores = JSON.parse(outliers(tenths) ?? 'null') as number[];
    expect(scores.slice(1, 10)).toEqual(Array.from({ length: 9 }, () => 0));
    expect([scores[0], scores[10]]).toEqual([-2.772605605507915 / 8, 2.772605605507915 / 8]);
  });

  it('tukey takes the quartiles', () => {
    const scores = JSON.parse(outliers(tenths, 'tukey') ?? 'null') as number[];
    expect([scores[0], scores[2], scores[3], scores[10]]).toEqual([-0.5, -0.1, 0, 0.5]);
  });

  it('nulls and ignored values score 0 and are not learned from', () => {
    const scores = JSON.parse(outliers('[1,2,null,3,100,0,0,0]', 'tukey', '0') ?? 'null') as number[];
    expect(scores.slice(2, 3)).toEqual([0]);
    expect(scores.slice(5)).toEqual([0, 0, 0]);
    expect(scores[4]).toBeGreaterThan(1.5);
  });

  it('refuses what it cannot get right: other percentiles, other methods', () => {
    expect(() => outliers(tenths, 'ctukey', null, '5', '95')).toThrow('not supported');
    expect(outliers(tenths, 'ctukey', null, '10', '90')).toBe(outliers(tenths));
    expect(() => outliers(tenths, 'sigma')).toThrow('no method');
  });
});

describe('periods', () => {
  const traffic =
    '[80,139,87,110,68,54,50,51,53,133,86,141,97,156,94,149,95,140,77,61,50,54,47,133,72,152,94,148,105,162,101,160,87,63,53,55,54,151,103,189,108,183,113,175,113,178,90,71,62,62,65,165,109,181,115,182,121,178,114,170]';

  it('a week of halves of days, as Kusto scores it', () => {
    expect(parsed(periodsDetect(traffic, '0.0', '50.0', 2))).toEqual([
      [14, 0],
      [expect.closeTo(0.8405558794091443, 12), 0],
    ]);
    expect(parsed(periodsDetect(traffic, '20', '30', 1))).toEqual([[0], [0]]);
  });

  it('a length that is no hill, or out of bounds, scores 0', () => {
    expect(parsed(periodsValidate(traffic, '14.0', '10.0', '3', '31'))).toEqual([
      [14, 10, 3, 31],
      [expect.closeTo(0.8405558794091443, 12), 0, 0, 0],
    ]);
  });

  it('a constant, a line and a short series have none', () => {
    const line = Array.from({ length: 200 }, (_, index) => index);
    for (const values of [line, line.map(() => 7.3), [1, 2], [1, 3, 5, 2, 4, 6, 1, 3, 5, 2, 4, 6], []])
      expect(parsed(periodsDetect(text(values), '0', '100', 1))).toEqual([[0], [0]]);
  });

  it('noise has no season', () => {
    let state = 1;
    const noise = Array.from({ length: 500 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    });
    expect(new Set(JSON.parse(seasonalSeries(text(noise)) ?? 'null'))).toEqual(new Set([0]));
    for (const score of parsed(periodsDetect(text(noise), '0', '250', 5))[1] ?? []) expect(score).toBeLessThan(0.5);
  });

  it('one hour a day that stands out is a day', () => {
    const hours = Array.from({ length: 168 }, (_, hour) => (hour % 24 === 9 ? 10 : 0));
    expect(parsed(periodsDetect(text(hours), '4', '80', 2))).toEqual([
      [24, 0],
      [expect.closeTo(1, 9), 0],
    ]);
  });

  it.each([2000, 6001])('a week and a day in %d hours', (length) => {
    const hours = Array.from({ length }, (_, hour) => {
      const [day, week] = [(2 * Math.PI * hour) / 24, (2 * Math.PI * hour) / 168];
      return 10 * Math.sin(week) + 25 * Math.sin(day) + ((hour * 31) % 17) / 20;
    });
    const [lengths = [], scores = []] = parsed(periodsDetect(text(hours), '0', '1000', 2));
    expect(lengths.sort((a, b) => b - a)).toEqual([168, 24]);
    expect(scores[1]).toBeGreaterThan(0.7);
  });
});
