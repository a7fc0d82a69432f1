import { expect, it } from 'vitest';
import { createEngine } from '../../engine';

it('answers with some rows, then with the number of all', async () => {
  const engine = await createEngine({ tables: [] });
  const result = await engine.run('range x from 1 to 10 step 1 | evaluate preview(3)', { now: new Date() });
  await engine.close();
  expect(result).toMatchObject({
    ok: true,
    columns: [{ name: 'x', type: 'long' }],
    rows: [[1], [2], [3]],
    more: [{ columns: [{ name: 'Count', type: 'long' }], rows: [[10]] }],
  });
});
