/**
 * Every table of advanced hunting and of Log Analytics: names, types and which API answers, made from Microsoft's
 * published table references (no descriptions). In tables.json a column without a type is a string.
 */
import { additions } from './additions';
import { type ColumnSchema, type ScalarType, scalarTypes, type TableSchema, type TableWorld } from './table-schema';
import tables from './tables.json';

const typeNames: ReadonlySet<string> = new Set(scalarTypes);
const worlds: ReadonlySet<string> = new Set<TableWorld>(['defender', 'sentinel', 'both']);

const isScalarType = (text: string): text is ScalarType => typeNames.has(text);
const isWorld = (text: string): text is TableWorld => worlds.has(text);

function toColumn(text: string): ColumnSchema {
  const [name = '', type = 'string'] = text.split(':');
  if (!isScalarType(type)) throw new Error(`Column ${name} of the table catalogue has the unknown type ${type}`);
  return { name, type };
}

function toTable([name, row]: [string, readonly string[]]): TableSchema {
  const [world = '', category = '', columns = ''] = row;
  if (!isWorld(world)) throw new Error(`Table ${name} of the catalogue has the unknown world ${world}`);
  const published = columns.split(' ').map(toColumn);
  const known = new Set(published.map((column) => column.name));
  // The Defender portal and the workspace spell an event's time differently; tables of Defender answer to both.
  const times =
    world === 'sentinel'
      ? []
      : ['Timestamp', 'TimeGenerated'].filter((time) => !known.has(time)).map((time) => `${time}:datetime`);
  const added = (additions[name] ?? [])
    .map(
      ({ column, unpublished }): ColumnSchema => ({ ...toColumn(column), ...(unpublished && { unpublished: true }) }),
    )
    .filter((column) => !known.has(column.name));
  return { name, world, category, columns: [...times.map(toColumn), ...published, ...added] };
}

let all: readonly TableSchema[] | undefined;

/** All tables, ordered by name. Read once and kept. */
export function catalogue(): readonly TableSchema[] {
  all ??= Object.entries(tables).map(toTable);
  return all;
}
