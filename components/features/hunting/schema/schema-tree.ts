/**
 * The schema pane as a flat list of visible rows: world → group → table → columns. Flat, because only a flat list can
 * be drawn virtually, and 920 tables must filter within a frame or two.
 */
import type { HuntingTable } from '@/lib/domain/hunting/hunting-schema';
import { additions } from '@/lib/kql/catalogue/additions';
import { defenderFamily, sentinelCategory } from './families';

type Column = HuntingTable['columns'][number] & { published: boolean };
type TableEntry = { table: HuntingTable; columns: Column[]; name: string; columnNames: string[] };
type Group = { id: string; label: string; entries: TableEntry[] };
export type World = { id: 'defender' | 'sentinel'; label: string; groups: Group[]; tableCount: number };
export type SchemaTree = readonly World[];

/** `place` and `siblings` are what a screen reader announces: third of twelve. */
type Position = { id: string; level: number; place: number; siblings: number };
export type SchemaRow = Position &
  (
    | { kind: 'world'; label: string; open: boolean; count: number }
    | { kind: 'group'; label: string; open: boolean; count: number }
    | { kind: 'table'; label: string; open: boolean; table: HuntingTable }
    | { kind: 'column'; label: string; column: Column; table: HuntingTable }
  );

const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, 'en');

function toEntry(table: HuntingTable): TableEntry {
  const unpublished = new Set(
    (additions[table.name] ?? [])
      .filter((addition) => addition.unpublished)
      .map((addition) => addition.column.split(':')[0]),
  );
  return {
    table,
    columns: table.columns.map((column) => ({ ...column, published: !unpublished.has(column.name) })),
    name: table.name.toLowerCase(),
    columnNames: table.columns.map((column) => column.name.toLowerCase()),
  };
}

function grouped(world: World['id'], tables: readonly HuntingTable[]): Group[] {
  const groups = new Map<string, Group>();
  for (const table of tables) {
    const label = world === 'defender' ? defenderFamily(table.name) : sentinelCategory(table.name, table.category);
    const id = `${world}/${label}`;
    const group = groups.get(id) ?? { id, label, entries: [] };
    group.entries.push(toEntry(table));
    groups.set(id, group);
  }
  return [...groups.values()].sort(byLabel);
}

/** Tables of both worlds stand with Defender, where their reference is; their row names both. */
export function schemaTree(tables: readonly HuntingTable[]): SchemaTree {
  const sorted = [...tables].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const defender = sorted.filter((table) => table.world !== 'sentinel');
  const sentinel = sorted.filter((table) => table.world === 'sentinel');
  return [
    { id: 'defender', label: 'Defender XDR', groups: grouped('defender', defender), tableCount: defender.length },
    { id: 'sentinel', label: 'Sentinel workspace', groups: grouped('sentinel', sentinel), tableCount: sentinel.length },
  ];
}

type Match = { entry: TableEntry; columns: Column[]; byName: boolean };

/** Two letters match most columns of most tables and say nothing, so columns are searched from three on. */
const columnSearchFrom = 3;

function matchOf(entry: TableEntry, wanted: string): Match | null {
  if (entry.name.includes(wanted)) return { entry, columns: entry.columns, byName: true };
  if (wanted.length < columnSearchFrom) return null;
  const columns = entry.columns.filter((_, at) => entry.columnNames[at]?.includes(wanted));
  return columns.length > 0 ? { entry, columns, byName: false } : null;
}

function tableRows(
  matches: readonly Match[],
  level: number,
  searching: boolean,
  open: ReadonlySet<string>,
): SchemaRow[] {
  return matches.flatMap(({ entry, columns, byName }, at) => {
    const { table } = entry;
    const id = `table/${table.name}`;
    // A table that was found by a column shows that column, unless it was closed by hand (ids toggle).
    const isOpen = searching && !byName ? !open.has(id) : open.has(id);
    const row: SchemaRow = {
      kind: 'table',
      id,
      level,
      place: at + 1,
      siblings: matches.length,
      label: table.name,
      open: isOpen,
      table,
    };
    if (!isOpen) return [row];
    const children = columns.map(
      (column, place): SchemaRow => ({
        kind: 'column',
        id: `${id}/${column.name}`,
        level: level + 1,
        place: place + 1,
        siblings: columns.length,
        label: column.name,
        column,
        table,
      }),
    );
    return [row, ...children];
  });
}

/** `open` are the ids that were opened by hand; while searching every group with a match is open. */
export function schemaRows(tree: SchemaTree, search: string, open: ReadonlySet<string>): SchemaRow[] {
  const wanted = search.trim().toLowerCase();
  const searching = wanted !== '';
  const worlds = tree
    .map((world) => ({
      world,
      groups: world.groups
        .map((group) => ({
          group,
          matches: group.entries.flatMap((entry) => {
            const match = searching ? matchOf(entry, wanted) : { entry, columns: entry.columns, byName: true };
            return match === null ? [] : [match];
          }),
        }))
        .filter(({ matches }) => matches.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
  return worlds.flatMap(({ world, groups }, worldAt) => {
    const worldOpen = searching || open.has(world.id);
    const count = groups.reduce((sum, { matches }) => sum + matches.length, 0);
    const row: SchemaRow = {
      kind: 'world',
      id: world.id,
      level: 1,
      place: worldAt + 1,
      siblings: worlds.length,
      label: world.label,
      open: worldOpen,
      count,
    };
    if (!worldOpen) return [row];
    const below = groups.flatMap(({ group, matches }, groupAt) => {
      const groupOpen = searching || open.has(group.id);
      const head: SchemaRow = {
        kind: 'group',
        id: group.id,
        level: 2,
        place: groupAt + 1,
        siblings: groups.length,
        label: group.label,
        open: groupOpen,
        count: matches.length,
      };
      return groupOpen ? [head, ...tableRows(matches, 3, searching, open)] : [head];
    });
    return [row, ...below];
  });
}

/** The number of tables that a search shows. */
export function tableCount(rows: readonly SchemaRow[]): number {
  return rows.reduce((sum, row) => (row.kind === 'world' ? sum + row.count : sum), 0);
}
