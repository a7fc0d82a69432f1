import { describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { schemaRows, schemaTree, tableCount } from './schema-tree';

const tables = catalogue().map((table) => ({
  name: table.name,
  world: table.world,
  category: table.category,
  columns: [...table.columns],
  inWorkspace: null,
}));
const tree = schemaTree(tables);
const labels = (search: string, open: string[] = []) => schemaRows(tree, search, new Set(open)).map((row) => row.label);

describe('schemaRows', () => {
  it('begins with the two worlds and all their tables', () => {
    const rows = schemaRows(tree, '', new Set());
    expect(rows.map((row) => row.label)).toEqual(['Defender XDR', 'Sentinel workspace']);
    expect(tableCount(rows)).toBe(tables.length);
  });

  it('opens world, group and table one by one', () => {
    const open = ['defender', 'defender/Devices', 'table/DeviceInfo'];
    const rows = schemaRows(tree, '', new Set(open));
    const at = rows.findIndex((row) => row.label === 'DeviceInfo');
    expect(rows[at]).toMatchObject({ kind: 'table', level: 3, open: true });
    expect(rows[at + 1]).toMatchObject({ kind: 'column', level: 4, place: 1, label: 'Timestamp' });
  });

  it('finds a table by a part of its name, whatever the case, with its groups open', () => {
    expect(labels('signinlog')).toEqual(expect.arrayContaining(['Sentinel workspace', 'Security', 'SigninLogs']));
  });

  it('finds a column and shows only the columns that match', () => {
    const rows = schemaRows(tree, 'riskleveldur', new Set());
    expect(rows.filter((row) => row.kind === 'column').map((row) => row.label)).toEqual(
      expect.arrayContaining(['RiskLevelDuringSignIn']),
    );
    expect(rows.every((row) => row.kind !== 'column' || /riskleveldur/iu.test(row.label))).toBe(true);
  });

  it('marks columns that Microsoft’s published schema lacks', () => {
    const rows = schemaRows(tree, 'CloudAppEvents', new Set(['table/CloudAppEvents']));
    const unpublished = rows.flatMap((row) => (row.kind === 'column' && !row.column.published ? [row.label] : []));
    expect(unpublished).toEqual(['AccountUpn']);
  });

  it('has nothing to show for what does not exist', () => {
    expect(schemaRows(tree, 'zzz-no-such', new Set())).toEqual([]);
  });

  it('filters all 920 tables within 50 ms', () => {
    const searches = ['d', 'de', 'dev', 'acc', 'account', 'time', 'ip'];
    for (const search of searches) schemaRows(tree, search, new Set());
    const took = searches.map((search) => {
      const start = performance.now();
      schemaRows(tree, search, new Set());
      return performance.now() - start;
    });
    expect(took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)]).toBeLessThan(50);
  });
});
