import { expect, test } from 'vitest';
import { linePlaces } from '@/components/grid/line-places';
import { createViewport } from '@/components/grid/viewport';

const many = linePlaces(1_000, 32, []);

test('the window is the same object until other lines are near', () => {
  const viewport = createViewport();
  let told = 0;
  const stop = viewport.subscribe(() => {
    told += 1;
  });
  viewport.look(3_200, 480);
  const before = viewport.near(many);
  viewport.look(3_210, 480);
  expect(viewport.near(many)).toBe(before);
  viewport.look(6_400, 480);
  expect(viewport.near(many)).not.toBe(before);
  expect(told).toBe(3);
  stop();
  viewport.look(0, 480);
  expect(told).toBe(3);
});

test('fewer lines than were scrolled past: the last of them are near before the page has said so', () => {
  const viewport = createViewport();
  viewport.look(20_000, 480);
  expect(viewport.near(linePlaces(20, 32, []))).toEqual({ start: 0, end: 20 });
  expect(viewport.near(linePlaces(0, 32, []))).toEqual({ start: 0, end: 0 });
});

test('what is seen is what the screen holds', () => {
  const viewport = createViewport();
  viewport.look(3_200, 480);
  expect(viewport.seen(many)).toEqual({ start: 100, end: 116 });
  expect(viewport.near(many)).toEqual({ start: 92, end: 124 });
});
