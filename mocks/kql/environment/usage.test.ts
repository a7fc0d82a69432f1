/**
 * What public hunting queries use most, against what the engine runs. The statistics are reference material beside the
 * project and not part of it: without them this is skipped, and says so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../engine';
import { supportsAggregate, supportsFunction, supportsPlugin } from './support';

const file = new URL('../../../../shared/kql/usage.json', import.meta.url);
const present = existsSync(file);
if (!present) console.warn('usage.test.ts: skipped, there is no shared/kql/usage.json beside the project');

type Ranked = readonly (readonly [feature: string, queries: number])[];
const ranked: Ranked = present ? JSON.parse(readFileSync(file, 'utf8')).coverage.all.ranked : [];
/** How many of the features 99 % of the queries need. */
const needed = 263;

const on = (rest: string) => `T | ${rest}`;
const text = (operator: string) => on(`where a ${operator} 'x'`);
const number = (operator: string) => on(`where n ${operator} 1`);
const list = (operator: string) => on(`where a ${operator} ('x', 'y')`);

/** One small query per feature that is no function, aggregate or plugin: it has to run. */
const probes: Readonly<Record<string, string>> = {
  'op:where': on('where n == 1'),
  'op:extend': on('extend m = n'),
  'op:summarize': on('summarize count() by a'),
  'op:project': on('project a'),
  'op:join': on('join T on a'),
  'op:sort': on('sort by n'),
  'op:mv-expand': on('mv-expand d'),
  'op:distinct': on('distinct a'),
  'op:union': 'union T, T',
  'op:project-reorder': on('project-reorder n'),
  'op:project-away': on('project-away n'),
  'op:top': on('top 1 by n'),
  'op:parse': on("parse a with 'x' b"),
  'op:project-rename': on('project-rename z = a'),
  'op:render': on('summarize count() by a | render piechart'),
  'op:mv-apply': on('mv-apply e = d on (where e == 1)'),
  'op:invoke': "let f = (X:(a:string)) { X | where a == 'x' }; T | invoke f()",
  'op:evaluate': on('evaluate bag_unpack(d)'),
  'op:lookup': on('lookup T on a'),
  'op:take': on('take 1'),
  'op:make-series': on('make-series count() on t from datetime(2025-01-01) to datetime(2025-01-03) step 1d'),
  'op:as': on('as X | count'),
  'op:search': "search in (T) 'x'",
  'op:serialize': on('serialize r = row_number()'),
  'op:parse-where': on("parse-where a with 'x' b"),
  'op:print': 'print 1',
  'op:count': on('count'),
  'op:range': 'range i from 1 to 3 step 1',
  'op:find': "find in (T) where a == 'x'",
  'op:scan': on('sort by t asc | scan with (step s: true;)'),
  'op:parse-kv': on("parse-kv a as (k:string) with (pair_delimiter=' ', kv_delimiter='=')"),
  'op:getschema': on('getschema'),
  'op:partition': on('partition by a (take 1)'),
  'op:top-nested': on('top-nested 1 of a by count()'),
  'op:project-keep': on('project-keep a'),
  'op:reduceby': on('reduce by a'),
  'op:sample': on('sample 1'),
  'op:graph-match': 'T | make-graph a --> b with_node_id=id | graph-match (x)-[e]->(y) project x.id',
  'op:make-graph': 'T | make-graph a --> b with_node_id=id | graph-to-table nodes',
  ...Object.fromEntries(
    ['==', '!=', '=~', '!~', '>', '<', '>=', '<='].map((operator) => [
      `bin:${operator}`,
      /~/.test(operator) ? text(operator) : number(operator),
    ]),
  ),
  ...Object.fromEntries(
    'contains !contains has !has has_cs !has_cs contains_cs endswith !endswith endswith_cs startswith !startswith startswith_cs hasprefix !hasprefix hassuffix !hassuffix'
      .split(' ')
      .map((operator) => [`bin:${operator}`, text(operator)]),
  ),
  'bin:matches regex': text('matches regex'),
  ...Object.fromEntries(
    ['in', '!in', 'in~', '!in~', 'has_any', 'has_all'].map((operator) => [`bin:${operator}`, list(operator)]),
  ),
  ...Object.fromEntries(
    ['+', '-', '*', '/', '%'].map((operator) => [`bin:${operator}`, on(`extend m = n ${operator} 2`)]),
  ),
  'bin:and': on('where n == 1 and n == 2'),
  'bin:or': on('where n == 1 or n == 2'),
  'bin:between': on('where n between (1 .. 2)'),
  'bin:!between': on('where n !between (1 .. 2)'),
  'bin:unary-': on('extend m = -n'),
  'bin::': "search in (T) a : 'x'",
  'stmt:let': 'let x = 1; print x',
  'stmt:declare-query-parameters': 'declare query_parameters(p:long = 1); print p',
  'stmt:set': 'set notruncation; print 1',
  'syn:let-scalar': 'let x = 1; print x',
  'syn:let-tabular': 'let X = T | take 1; X',
  'syn:dynamic-literal': "print dynamic({'a': [1]})",
  'syn:externaldata': "externaldata(a:string)['https://intel.contoso.com/a.txt'] with (format=txt)",
  'syn:let-function': 'let f = (x:long) { x + 1 }; print f(1)',
  'syn:call-let-function': 'let f = (x:long) { x + 1 }; print f(1)',
  'syn:datatable': 'datatable(a:long)[1]',
  'syn:wildcard-name': 'union T*',
  ...Object.fromEntries(
    [
      'inner',
      'innerunique',
      'leftouter',
      'leftanti',
      'rightanti',
      'rightsemi',
      'leftsemi',
      'fullouter',
      'rightouter',
    ].map((kind) => [`joinkind:${kind}`, on(`join kind=${kind} T on a`)]),
  ),
  'lookupkind:leftouter': on('lookup kind=leftouter T on a'),
  'lookupkind:inner': on('lookup kind=inner T on a'),
  'parsekind:simple': on("parse a with 'x' b"),
  'parsekind:regex': on("parse kind=regex a with 'x+' b"),
  'parsekind:relaxed': on("parse kind=relaxed a with 'x' b:long"),
  'parse-wherekind:simple': on("parse-where kind=simple a with 'x' b"),
};

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({
    environment: () => ({ files: new Map([['https://intel.contoso.com/a.txt', 'x\n']]) }),
    tables: [
      {
        name: 'T',
        world: 'both',
        category: '',
        columns: [
          { name: 't', type: 'datetime' },
          { name: 'a', type: 'string' },
          { name: 'b', type: 'string' },
          { name: 'n', type: 'long' },
          { name: 'd', type: 'dynamic' },
        ],
      },
    ],
  });
  await engine.append('T', [{ t: '2025-01-01T12:00:00Z', a: 'x', b: 'y', n: 1, d: { k: 1 } }]);
});
afterAll(() => engine.close());

async function runs(feature: string): Promise<boolean> {
  const [kind = '', ...rest] = feature.split(':');
  const name = rest.join(':');
  // The statistics spell one function otherwise than the parser does.
  if (kind === 'fn') return supportsFunction(name === 'parse_url_query' ? 'parse_urlquery' : name);
  if (kind === 'agg') return supportsAggregate(name);
  if (kind === 'plugin') return supportsPlugin(name);
  const probe = probes[feature];
  if (probe === undefined) return false;
  return (await engine.run(probe, { now: new Date('2025-01-15T10:00:00Z') })).ok;
}

describe.runIf(present)('public hunting queries', () => {
  it(`need ${needed} features for 99 % of them, and the engine has every one`, async () => {
    const missing: string[] = [];
    for (const [feature, queries] of ranked.slice(0, needed))
      if (!(await runs(feature))) missing.push(`${feature} (${queries})`);
    expect(missing).toEqual([]);
  });

  it('need few others', async () => {
    const missing: string[] = [];
    for (const [feature] of ranked.slice(needed)) if (!(await runs(feature))) missing.push(feature);
    expect(missing.length, missing.join(' ')).toBeLessThanOrEqual(3);
  });
});
