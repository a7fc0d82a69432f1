/** Drawing from fast-check's generator, which shrinks what was drawn when a property fails. */
import fc from 'fast-check';

export type Draw = fc.GeneratorValue;

export function pick<T>(draw: Draw, options: readonly T[]): T {
  const chosen = options.slice(draw(fc.nat, options.length - 1)).map((option) => ({ option }))[0];
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen.option;
}

export const chance = (draw: Draw, percent: number): boolean => draw(fc.nat, 99) < percent;

export const whole = (draw: Draw, min: number, max: number): number => draw(fc.integer, { min, max });

/** `count` times something, drawn between the two bounds. */
export const several = <T>(draw: Draw, min: number, max: number, make: (index: number) => T): T[] =>
  Array.from({ length: whole(draw, min, max) }, (_, index) => make(index));
