/** Where a plugin whose columns depend on the rows may stand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../engine';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});
afterAll(() => engine.close());

const ask = (text: string) => engine.run(text, { now: new Date('2025-01-15T10:05:00Z') });
const bag = 'print i = 1, d = dynamic({"q": 7})';

describe('discovered columns', () => {
  it.each([
    ['after a pipe', `${bag} | evaluate bag_unpack(d) | project x = q + 1`, [[8]]],
    ['in a let', `let T = ${bag} | evaluate bag_unpack(d); T | project x = q`, [[7]]],
    ['in toscalar', `print x = toscalar(${bag} | evaluate bag_unpack(d) | project q)`, [[7]]],
    ['in a join', `print i = 1 | join kind=inner (${bag} | evaluate bag_unpack(d)) on i | project q`, [[7]]],
    [
      'in a function',
      `let f = (T: (d: dynamic)) { T | evaluate bag_unpack(d) }; let B = ${bag}; f(B) | project x = q`,
      [[7]],
    ],
    [
      'in a function of a function',
      `let f = () { ${bag} | evaluate bag_unpack(d) }; let g = () { f() | where q > 1 }; g() | project q`,
      [[7]],
    ],
    ['in a function nobody calls', `let f = () { ${bag} | evaluate bag_unpack(d) }; print x = 2`, [[2]]],
    ['twice', `${bag} | evaluate bag_unpack(d) | extend k = "v" | evaluate pivot(k, sum(q), i)`, [[1, 7]]],
  ])('%s', async (_, text, rows) => {
    expect(await ask(text)).toMatchObject({ ok: true, rows });
  });

  it.each([
    [
      'in a function of two calls, as each has its own columns',
      `let f = (s: string) { print d = parse_json(s) | evaluate bag_unpack(d) }; union f('{"a":1}'), f('{"b":1}')`,
      'This plugin inside a function of several calls, without a schema is not supported by this engine.',
    ],
    [
      'in mv-apply, where the rows are those of another row',
      'print d = dynamic([{"a":1}]) | mv-apply e = d on (evaluate bag_unpack(e))',
      'This plugin inside mv-apply, without a schema is not supported by this engine.',
    ],
  ])('are refused %s', async (_, text, message) => {
    expect(await ask(text)).toMatchObject({ ok: false, problems: [{ message }] });
  });

  it('leave other problems at their place in the text', async () => {
    const text = `${bag} | evaluate bag_unpack(d) | project nothing`;
    const result = await ask(text);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'KS142', start: text.indexOf('nothing') }] });
  });
});
