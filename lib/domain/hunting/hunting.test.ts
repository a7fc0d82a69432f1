import { describe, expect, it } from 'vitest';
import { tableFromGraph } from '@/lib/domain/hunting/from-graph';
import { tableFromLogAnalytics } from '@/lib/domain/hunting/from-log-analytics';
import type { TableWorld } from '@/lib/domain/hunting/hunting-schema';
import { offsetAt, placeInMessage } from '@/lib/domain/hunting/problem-place';
import { routeQuery } from '@/lib/domain/hunting/route';

const worlds: Record<string, TableWorld> = { DeviceEvents: 'both', AlertInfo: 'defender', SigninLogs: 'sentinel' };
const worldOf = (table: string) => worlds[table];

describe('routeQuery', () => {
  it.each<[string[], string | null, string]>([
    [['AlertInfo'], null, 'graph'],
    [['SigninLogs'], null, 'logAnalytics'],
    [['SigninLogs', 'AlertInfo'], null, 'graph'],
    [['SigninLogs', 'DeviceEvents'], null, 'logAnalytics'],
    [['DeviceEvents'], 'P7D', 'graph'],
    [['DeviceEvents'], 'P90D', 'logAnalytics'],
    [['AlertInfo'], 'P90D', 'graph'],
    [['Firewall_CL'], null, 'logAnalytics'],
    [['SomeFunction'], null, 'graph'],
    [[], null, 'graph'],
  ])('%j over %s goes to %s', (tables, timespan, api) => {
    expect(routeQuery(tables, worldOf, timespan).api).toBe(api);
  });
});

describe('answers', () => {
  it('decodes rows of Graph by their CLR types', () => {
    const table = tableFromGraph(
      {
        schema: [
          { name: 'T', type: 'DateTime' },
          { name: 'N', type: 'Int64' },
          { name: 'B', type: 'SByte' },
          { name: 'D', type: 'Object' },
          { name: 'X', type: 'SomethingNew' },
        ],
        results: [
          { T: '2025-01-15T10:00:00.1234567Z', N: '9007199254740993', B: 1, D: '{"a":[1]}', X: 'text' },
          { N: 5 },
        ],
      },
      12,
    );
    expect(table.columns.map(({ type }) => type)).toEqual(['datetime', 'long', 'bool', 'dynamic', 'dynamic']);
    expect(table.rows).toEqual([
      ['2025-01-15T10:00:00.1234567Z', '9007199254740993', true, { a: [1] }, 'text'],
      [null, 5, null, null, null],
    ]);
  });

  it('decodes rows of Log Analytics and says when they are not all', () => {
    const table = tableFromLogAnalytics(
      {
        tables: [
          {
            name: 'PrimaryResult',
            columns: [
              { name: 'n', type: 'long' },
              { name: 'r', type: 'real' },
              { name: 'd', type: 'dynamic' },
              { name: 'b', type: 'bool' },
            ],
            rows: [['42', 'NaN', 'just text', 'False']],
          },
        ],
        render: { visualization: '', title: null },
        error: { code: 'PartialError', message: 'outer', innererror: { code: 'E_LIMIT', message: 'too many rows' } },
      },
      3,
    );
    expect(table.rows).toEqual([[42, 'NaN', 'just text', false]]);
    expect([table.status, table.notice, table.render]).toEqual(['partial', 'too many rows', null]);
  });
});

describe('places', () => {
  it.each([
    ["Query could not be parsed at '=' on line [2,17]", { line: 2, column: 17 }],
    ['Syntax error [line:position=3:4]', { line: 3, column: 4 }],
    ["Token: '='. Line: 2, Position: 9", { line: 2, column: 9 }],
    ['no place', null],
  ])('reads %j', (message, place) => {
    expect(placeInMessage(message)).toEqual(place);
  });
  it('counts lines from 1 and columns from 0', () => {
    expect(offsetAt('ab\ncd', 2, 1)).toBe(4);
    expect(offsetAt('ab', 9, 9)).toBe(2);
  });
});
