import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../engine';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});
afterAll(() => engine.close());

it('a comment before a literal is not part of it', async () => {
  const query = 'print a = real(1.5), // the first\n b = // the second\n real(-2.5)';
  const result = await engine.run(query, { now: new Date(0) });
  expect(result).toMatchObject({ ok: true, rows: [[1.5, -2.5]] });
});
