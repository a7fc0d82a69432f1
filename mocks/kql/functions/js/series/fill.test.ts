import { expect, it } from 'vitest';
import { fillBackward, fillConst, fillForward, fillLinear } from './fill';
import { fir, iir } from './filters';

it('fills with a constant of its own type', () => {
  expect(fillConst('[111,null,36]', '0.0')).toBe('[111,0.0,36]');
  expect(fillConst('[111,null,36]', '-1')).toBe('[111,-1,36]');
  expect(fillConst('[1,null]')).toBe('[1,0]');
  expect(fillConst('{}', '1')).toBeNull();
});

it('a placeholder other than null leaves nulls alone', () => {
  expect(fillConst('[1,-1,null]', '0', '-1')).toBe('[1,0,null]');
  expect(fillForward('[7,0,null,2]', '0')).toBe('[7,7,null,2]');
});

it('keeps what has no neighbour on the side that is asked', () => {
  expect(fillForward('[null,36,null,16]')).toBe('[null,36,36,16]');
  expect(fillBackward('[111,null,36,null]')).toBe('[111,36,36,null]');
});

it.each([
  ['[null,111.0,null,36.0]', undefined, undefined, '[111.0,111.0,73.5,36.0]'],
  ['[null,111,null,36,null,null,16]', undefined, undefined, '[111,111,73,36,29,22,16]'],
  ['[null,1.0,null]', false, undefined, '[null,1.0,null]'],
  ['[null,null]', undefined, undefined, '[0.0,0.0]'],
  ['[null,null]', undefined, '3.14159', '[3.14159,3.14159]'],
  ['[]', undefined, undefined, '[]'],
])('linear: %s with edges %s and constant %s is %s', (series, edges, constant, expected) => {
  expect(fillLinear(series, null, edges, constant)).toBe(expected);
});

it('filters: the cumulative sum, moving averages, differences', () => {
  expect(iir('[1.0,2.0,3.0,4.0]', '[1]', '[1,-1]')).toBe('[1.0,3.0,6.0,10.0]');
  expect(fir('[0,0,6,0,0]', '[1,1,1]')).toBe('[0.0,0.0,2.0,2.0,2.0]');
  expect(fir('[0,0,6,0,0]', '[1,1,1]', true, true)).toBe('[0.0,2.0,2.0,2.0,0.0]');
  expect(fir('[0,0,2,2,3]', '[1,-1]', false, false)).toBe('[0.0,0.0,2.0,0.0,1.0]');
});

it('a filter with a negative factor is not normalized, and asking for it gives null', () => {
  expect(fir('[0,2]', '[1,-1]')).toBe('[0.0,2.0]');
  expect(fir('[0,2]', '[1,-1]', true)).toBeNull();
});

it('filters want complete series', () => {
  expect(iir('[1,null]', '[1]', '[1,-1]')).toBeNull();
  expect(fir('[1,null]', '[1]')).toBeNull();
});
