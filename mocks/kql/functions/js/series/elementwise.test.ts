import { describe, expect, it } from 'vitest';
import { compared, elementwise, pairwise } from './elementwise';
import { cosineSimilarity, dotProduct, magnitude, pearsonCorrelation, product, sum } from './products';

describe('one series', () => {
  it.each([
    ['abs', '[-6.5,0,8.2]', '[6.5,0,8.2]'],
    ['sign', '[-6,0,8]', '[-1,0,1]'],
    ['ceiling', '[-1.5,1,2.5]', '[-1.0,1.0,3.0]'],
    ['floor', '[-1.5,1,2.5]', '[-2.0,1.0,2.0]'],
    ['exp', '[0]', '[1.0]'],
    ['log', '[1,0,-1]', '[0.0,"-Infinity","NaN"]'],
    ['abs', '["a",null,{"b":1},[1],-2]', '[null,null,null,null,2]'],
    ['abs', '[]', '[]'],
    ['abs', '{"a":1}', null],
    ['abs', null, null],
  ])('%s(%s) is %s', (name, series, expected) => {
    expect(elementwise(name)(series)).toBe(expected);
  });
});

describe('two series', () => {
  it.each([
    ['add', '[1,2,4]', '[4,2,1]', '[5,4,5]'],
    ['add', '[1,2.0]', '[4,2]', '[5,4.0]'],
    ['divide', '[1,2,4]', '[4,2,1]', '[0.25,1.0,4.0]'],
    ['divide', '[2,0]', '[0,0]', '["Infinity","NaN"]'],
    ['pow', '[1,2,3,4]', '[1,2,3,0.5]', '[1.0,4.0,27.0,2.0]'],
    ['subtract', '[1,2,3]', '[1]', '[0,null,null]'],
    ['multiply', '[1,"x",3]', '[2,2,2]', '[2,null,6]'],
    ['add', '{"a":1}', '[1]', null],
  ])('%s of %s and %s is %s', (name, a, b, expected) => {
    expect(pairwise(name)(a, b)).toBe(expected);
  });

  it('a number stands for a series of its length, on either side', () => {
    expect(pairwise('multiply')('10', '[1,2,4]')).toBe('[10,20,40]');
    expect(pairwise('subtract')('[1,2,4]', '0.5')).toBe('[0.5,1.5,3.5]');
    expect(compared('greater')('[1,2,4]', '2')).toBe('[false,false,true]');
  });

  it('datetimes count in ticks', () => {
    const days = '["2020-01-01T00:00:00.0000000Z","2020-01-02T00:00:00.0000000Z"]';
    expect(pairwise('subtract')(days, '637134336000000000')).toBe('[0.0,864000000000.0]');
  });

  it('comparisons without a partner are null', () => {
    expect(compared('equals')('[1,2,4]', '[1,null,"a",4]')).toBe('[true,null,null,null]');
    expect(compared('less')('[null,null]', '[1,2]')).toBe('[null,null]');
    expect(compared('less')('[]', '[]')).toBe('[]');
  });
});

describe('sums and products', () => {
  it('leaves out what is no number', () => {
    expect([sum('[1,null,2,"x"]'), product('[2,null,4]'), magnitude('[3,4]')]).toEqual([3, 8, 5]);
  });

  it('the longer series of a dot product is cut, an empty one has none', () => {
    expect(dotProduct('[1,2,4]', '[4,2]')).toBe(8);
    expect(dotProduct('[1,2,4]', '10')).toBe(70);
    expect(dotProduct('[1,null,4]', '[1,5,2]')).toBe(9);
    expect(dotProduct('[]', '[1]')).toBeNull();
  });

  it('similarity takes magnitudes that are known already', () => {
    expect(cosineSimilarity('[0.1,0.2,0.1,0.2]', '[1,2,3,4]')).toBeCloseTo(0.923760430703401, 14);
    expect(cosineSimilarity('[3,4]', '[3,4]', 5, 10)).toBe(0.5);
  });

  it('correlation wants complete pairs', () => {
    expect(pearsonCorrelation('[1,2,3]', '[2,4,6]')).toBeCloseTo(1, 12);
    expect(pearsonCorrelation('[1,2,3]', '[2,4]')).toBeNull();
    expect(pearsonCorrelation('[1,null,3]', '[2,4,5]')).toBeNull();
    expect(pearsonCorrelation('[1,1]', '[2,4]')).toBeNaN();
  });
});
