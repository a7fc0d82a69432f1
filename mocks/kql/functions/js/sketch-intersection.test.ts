import { describe, expect, it } from 'vitest';
import { hllIntersections } from './sketch-intersection';
import { hllState } from './sketches';

const set = (...values: number[]) => hllState(values.map(String));

describe('what hll() states share', () => {
  it('counts the first set, then the intersections of the first ones', () => {
    expect(hllIntersections(set(1, 2, 3, 4), set(2, 3, 4, 5), set(4, 9))).toEqual([4, 3, 1]);
  });

  it('is nothing of sets without common values', () => {
    expect(hllIntersections(set(1, 2), set(3))).toEqual([2, 0]);
  });

  it('is null from the first value on that is no state', () => {
    expect(hllIntersections(set(1), null, set(1))).toEqual([1, null, null]);
  });
});
