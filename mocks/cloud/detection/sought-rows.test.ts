import { describe, expect, it } from 'vitest';
import { soughtRows } from '@/mocks/cloud/detection/sought-rows';
import { createSoughtWatch } from '@/mocks/cloud/detection/sought-watch';
import { detectionSeeds } from '@/mocks/store/seed-rules/seed-detections';
import { seededRules } from '@/mocks/store/seed-rules/seed-rules';

const minuteMs = 60_000;
const start = Date.parse('2025-01-15T11:00:00Z');
const at = (minutes: number): string => new Date(start + minutes * minuteMs).toISOString();

describe('what a query seeks, by its text', () => {
  it('is rows with the values of its first conditions', () => {
    const query = `T | where Kind in ('A', 'b') and Size > 3 | where Name == 'x' | extend Name = 'y' | where Name == 'z'`;
    expect(soughtRows(query)).toEqual([
      {
        table: 'T',
        values: [
          { column: 'Kind', of: new Set(['a', 'b']) },
          { column: 'Name', of: new Set(['x']) },
        ],
      },
    ]);
  });

  it.each([
    ['counts, which answer over nothing', `T | summarize count()`],
    ['another table', `T | join kind=inner (U) on Name`],
    ['a table inside a condition', `T | where Name in ((U | project Name))`],
    ['a table by its name', `T | where Name in (U)`],
    ['a let outside of in', `let u = U | distinct Name; T | where Name has_any (u)`],
    ['a function', `let f = (x: string) { U | where Name == x }; f('a')`],
    ['what is not in a list', `let u = U | distinct Name; T | where Name !in (u)`],
    ['a comment', `T | where Name == 'x' // or not`],
  ])('is everything where it reads %s', (_, query) => {
    expect(soughtRows(query)).toBeNull();
  });

  it.each([
    'T | where Name == "x"',
    `T | where Name == 'x' or Size > 3`,
    `T | where not(Name == 'x')`,
    `T | where Type == 'T'`,
  ])('is every row of the table in %s', (query) => {
    expect(soughtRows(query)).toEqual([{ table: 'T', values: [] }]);
  });

  it('is told by the queries that run every minute', () => {
    const everyMinute = [
      ...seededRules.flatMap(({ body }) => (body.kind === 'NRT' ? [body.properties.query] : [])),
      ...detectionSeeds.flatMap(({ fields }) =>
        fields.schedule.frequency === 'PT0S' ? [fields.queryCondition.queryText] : [],
      ),
    ];
    expect(everyMinute.length).toBeGreaterThan(2);
    for (const query of everyMinute) expect(soughtRows(query)).not.toBeNull();
  });
});

describe('a watch', () => {
  const names = { isTable: (name: string) => name !== 'Other', isFunction: (name: string) => name === 'Saved' };
  const query = `let listed = Feed | where Active == 'yes' | distinct Address;
T | where Kind == 'A' | where Peer in (listed) | project Peer`;
  const watched = () => {
    const watch = createSoughtWatch();
    watch.answered(query, start - 5 * minuteMs, names);
    return {
      watch,
      quiet: (from: number, until: number) => watch.quiet(query, start + from * minuteMs, start + until * minuteMs),
    };
  };

  it('is loud before the query was answered, and for windows that begin before', () => {
    expect(createSoughtWatch().quiet(query, start, start + minuteMs)).toBe(false);
    expect(watched().quiet(-1, 5)).toBe(false);
    expect(watched().quiet(0, 5)).toBe(true);
  });

  it.each(['Saved | where Kind == "A"', `T | where Saved(Kind) == 'A'`, `Other | where Kind == 'A'`])(
    'is always loud for %s, which may read what it does not name',
    (asked) => {
      const watch = createSoughtWatch();
      watch.answered(asked, start, names);
      expect(watch.quiet(asked, start + 10 * minuteMs, start + 20 * minuteMs)).toBe(false);
    },
  );

  it('is loud where a row and what it is listed by are in one window, whichever came first', () => {
    const { watch, quiet } = watched();
    watch.saw('T', [{ TimeGenerated: at(3), Kind: 'a', Peer: '203.0.113.7' }]);
    watch.saw('T', [{ TimeGenerated: at(4), Kind: 'B', Peer: '203.0.113.9' }]);
    expect(quiet(0, 30)).toBe(true);
    watch.saw('Feed', [{ TimeGenerated: at(20), Active: 'Yes', Address: '203.0.113.9' }]);
    expect(quiet(0, 30)).toBe(true);
    watch.saw('Feed', [{ TimeGenerated: at(20), Active: 'Yes', Address: '203.0.113.7' }]);
    expect(quiet(0, 30)).toBe(false);
    expect(quiet(4, 30)).toBe(true);
    expect(quiet(0, 19)).toBe(true);
  });

  it('looks only as far back as the query does', () => {
    const watch = createSoughtWatch();
    const recent = `T | where TimeGenerated > ago(15m) and Kind == 'A'`;
    watch.answered(recent, start - 5 * minuteMs, names);
    watch.saw('T', [{ TimeGenerated: at(1), Kind: 'A' }]);
    expect(watch.quiet(recent, start - 60 * minuteMs, start + 16 * minuteMs)).toBe(false);
    expect(watch.quiet(recent, start - 60 * minuteMs, start + 17 * minuteMs)).toBe(true);
    expect(watch.quiet(recent, start - 60 * minuteMs, start + 14 * minuteMs)).toBe(false);
  });

  it('is loud about cells that are no texts, which may be written otherwise in the query', () => {
    const { watch, quiet } = watched();
    watch.saw('T', [{ TimeGenerated: at(3), Kind: 'a', Peer: 7 }]);
    expect(quiet(0, 30)).toBe(true);
    watch.saw('Feed', [{ TimeGenerated: at(20), Active: true, Address: '7.0' }]);
    expect(quiet(0, 30)).toBe(false);
  });

  it('is loud about rows that do not say when', () => {
    const { watch, quiet } = watched();
    watch.saw('T', [{ Kind: 'A', Peer: '203.0.113.7' }]);
    watch.saw('Feed', [{ Active: 'yes', Address: '203.0.113.7' }]);
    expect(quiet(0, 1)).toBe(false);
  });
});
