import { describe, expect, it } from 'vitest';
import { createRandom, guidOf, hexOf, weigh } from '@/lib/base/random';

describe('createRandom', () => {
  it('gives the same draws for the same seed and key, and others for another key', () => {
    const draws = (seed: number, key: string) => {
      const random = createRandom(seed, key);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(draws(7, 'mail')).toEqual(draws(7, 'mail'));
    expect(draws(7, 'mail')).not.toEqual(draws(7, 'signins'));
    expect(draws(7, 'mail')).not.toEqual(draws(8, 'mail'));
  });

  it('forgets what was drawn before a seek', () => {
    const random = createRandom(1, 'x');
    random.seek(5);
    const first = random.hex(16);
    random.next();
    random.seek(5);
    expect(random.hex(16)).toBe(first);
    random.seek(6);
    expect(random.hex(16)).not.toBe(first);
  });

  it('draws by weight', () => {
    const random = createRandom(1, 'weights');
    const coins = weigh([
      ['heads', 90],
      ['tails', 10],
    ]);
    const heads = Array.from({ length: 10_000 }, () => random.draw(coins)).filter((side) => side === 'heads').length;
    expect(heads).toBeGreaterThan(8_800);
    expect(heads).toBeLessThan(9_200);
  });

  it('spreads evenly enough over a small range', () => {
    const random = createRandom(3, 'range');
    const seen = new Array<number>(10).fill(0);
    for (let round = 0; round < 10_000; round += 1) {
      const digit = random.int(10);
      seen[digit] = (seen[digit] ?? 0) + 1;
    }
    for (const count of seen) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('shapes GUIDs and hexadecimal digits', () => {
    expect(guidOf('kv-contoso-prod')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(guidOf('a')).not.toBe(guidOf('b'));
    expect(hexOf('device', 40)).toMatch(/^[0-9a-f]{40}$/);
  });

  it('refuses to pick from nothing', () => {
    expect(() => createRandom(1, 'x').pick([])).toThrow(RangeError);
  });
});
