import { expect, test } from 'vitest';
import { tooltipPlace } from '@/components/ui/tooltip-place';

const view = { width: 1_000, height: 600 };
const size = { width: 100, height: 20 };
const button = (left: number, top: number) => ({ left, top, width: 40, height: 30 });

test('below and centred, when there is room', () => {
  expect(tooltipPlace(button(500, 100), size, view, 'bottom')).toEqual({ left: 470, top: 136 });
});

test('above, when the window ends below', () => {
  expect(tooltipPlace(button(500, 560), size, view, 'bottom').top).toBe(534);
});

test('never over the edges', () => {
  expect(tooltipPlace(button(0, 100), size, view, 'bottom').left).toBe(8);
  expect(tooltipPlace(button(990, 100), size, view, 'bottom').left).toBe(892);
});
