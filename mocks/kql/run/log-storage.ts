/**
 * Where log rows live. A table exists once it has a row, and holds the columns that some row has filled: the workspace
 * knows 920 tables with up to several hundred columns, of which a tenant fills few.
 */
import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { ColumnSchema, ScalarType, TableSchema } from '@/lib/kql/catalogue/table-schema';
import type { Storage } from '../sql/context';
import { quoteId, sqlTypes } from '../sql/quote';
import type { LogRow } from './contract';
import type { Database } from './database';
import { multiplyRows } from './multiply-rows';
import { toStored } from './stored-value';

const chunkRows = 2048;

const duckTypes: Readonly<Record<string, DuckDBType>> = { VARCHAR, BIGINT, DOUBLE, BOOLEAN };

function duckType(type: ScalarType): DuckDBType {
  return duckTypes[sqlTypes[type]] ?? VARCHAR;
}

export type LogStorage = Storage & {
  /** Names of the tables that have rows, ordered. */
  tables(): readonly string[];
  /** Rows per table. */
  counts(): Promise<Readonly<Record<string, number>>>;
  append(table: string, rows: readonly LogRow[]): Promise<void>;
  /** Every row so far, `copies` times more: see multiply-rows.ts. */
  multiply(copies: number): Promise<void>;
  /** Copies the file while nothing is written. */
  snapshot(file: string): Promise<void>;
};

/** The storage finds the tables that the database's file has already. */
export async function createLogStorage(database: Database, tables: readonly TableSchema[]): Promise<LogStorage> {
  const schemas = new Map(tables.map((table) => [table.name, table]));
  /** The stored columns of each table in the order of the database. */
  const stored = new Map<string, ColumnSchema[]>();
  const names = new Map<string, ReadonlyMap<string, string>>();
  let last: Promise<void> = Promise.resolve();
  for (const [table, columns] of await existing(database, schemas)) {
    stored.set(table, columns);
    names.set(table, storedNames(columns));
  }

  async function write(name: string, rows: readonly LogRow[]): Promise<void> {
    const schema = schemas.get(name);
    if (!schema) throw new Error(`There is no table ${name} to append to`);
    const columns = await prepared(schema, rows);
    const connection = await database.acquire();
    try {
      const appender = await connection.createAppender(name, 'logs');
      for (let start = 0; start < rows.length; start += chunkRows) {
        appender.appendDataChunk(toChunk(name, columns, rows.slice(start, start + chunkRows)));
      }
      appender.closeSync();
    } finally {
      database.release(connection);
    }
  }

  /** Creates the table, or adds the columns that these rows are the first to fill. */
  async function prepared(schema: TableSchema, rows: readonly LogRow[]): Promise<readonly ColumnSchema[]> {
    const known = stored.get(schema.name) ?? [];
    const have = new Set(known.map((column) => column.name));
    const filled = filledColumns(schema, rows);
    const added = schema.columns.filter((column) => filled.has(column.name) && !have.has(column.name));
    if (added.length === 0 && known.length > 0) return known;
    const columns = [...known, ...added];
    const named = storedNames(columns);
    const connection = await database.acquire();
    try {
      const table = `logs.${quoteId(schema.name)}`;
      const defined = added.map(
        (column) => `${quoteId(named.get(column.name) ?? column.name)} ${definition(column.type)}`,
      );
      if (known.length === 0) await connection.run(`CREATE TABLE ${table} (${defined.join(', ')})`);
      else for (const column of defined) await connection.run(`ALTER TABLE ${table} ADD COLUMN ${column}`);
    } finally {
      database.release(connection);
    }
    stored.set(schema.name, columns);
    names.set(schema.name, named);
    return columns;
  }

  /** One writer at a time; a failed one does not stop the next. */
  function alone(work: () => Promise<void>): Promise<void> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  return {
    columns: (table) => names.get(table),
    tables: () => [...names.keys()].sort(),
    counts: () => ask(database, (connection) => countRows(connection, [...names.keys()])),
    append: (table, rows) => (rows.length === 0 ? Promise.resolve() : alone(() => write(table, rows))),
    multiply: (copies) =>
      alone(() =>
        ask(database, async (connection) => {
          for (const [name, columns] of stored)
            await multiplyRows(connection, { name, columns, stored: names.get(name) ?? new Map() }, copies);
        }),
      ),
    snapshot: (target) =>
      alone(async () => {
        if (database.file === undefined) throw new Error('A database in memory has no file to copy');
        // Without FORCE another transaction that is being written, on whichever connection, makes this an error.
        await ask(database, (connection) => connection.run('FORCE CHECKPOINT'));
        await copyFile(database.file, target, constants.COPYFILE_FICLONE);
      }),
  };
}

async function ask<Answer>(
  database: Database,
  work: (connection: DuckDBConnection) => Promise<Answer>,
): Promise<Answer> {
  const connection = await database.acquire();
  try {
    return await work(connection);
  } finally {
    database.release(connection);
  }
}

async function countRows(connection: DuckDBConnection, tables: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const reader = await connection.runAndReadAll(`SELECT count(*) FROM logs.${quoteId(table)}`);
    counts[table] = Number(reader.getRows()[0]?.[0]);
  }
  return counts;
}

/** A stored name is the column's own, with a number after `~` where another differs from it by case alone. */
async function existing(
  database: Database,
  schemas: ReadonlyMap<string, TableSchema>,
): Promise<Map<string, ColumnSchema[]>> {
  const rows = await ask(database, async (connection) => {
    const sql = `SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'logs' ORDER BY table_name, column_index`;
    return (await connection.runAndReadAll(sql)).getRows();
  });
  const found = new Map<string, ColumnSchema[]>();
  for (const [table, stored] of rows) {
    const name = String(table);
    const column = schemas
      .get(name)
      ?.columns.find((candidate) => candidate.name === String(stored).replace(/~\d+$/, ''));
    if (!column) throw new Error(`The file holds ${name}.${String(stored)}, which the schema does not know`);
    found.set(name, [...(found.get(name) ?? []), column]);
  }
  return found;
}

/** DuckDB's names ignore case and Kusto's do not: clientIP_s and clientIp_s are two columns. */
function storedNames(columns: readonly ColumnSchema[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    columns.map(({ name }) => {
      const stored = taken.has(name.toLowerCase()) ? `${name}~${taken.size}` : name;
      taken.add(stored.toLowerCase());
      return [name, stored];
    }),
  );
}

const definition = (type: ScalarType): string => (type === 'string' ? "VARCHAR DEFAULT ''" : sqlTypes[type]);

const times = ['TimeGenerated', 'Timestamp'];

function filledColumns(schema: TableSchema, rows: readonly LogRow[]): Set<string> {
  const filled = new Set<string>();
  for (const row of rows) {
    for (const name in row) if (row[name] !== undefined && row[name] !== null && row[name] !== '') filled.add(name);
  }
  const known = new Set(schema.columns.map((column) => column.name));
  for (const name of filled) if (!known.has(name)) throw new Error(`Table ${schema.name} has no column ${name}`);
  if (times.some((time) => filled.has(time))) for (const time of times) filled.add(time);
  filled.add('Type');
  return filled;
}

function toChunk(table: string, columns: readonly ColumnSchema[], rows: readonly LogRow[]): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(
    columns.map((column) => duckType(column.type)),
    rows.length,
  );
  columns.forEach((column, index) => {
    const cells = rows.map((row): DuckDBValue => toStored(cellOf(table, column, row), column.type));
    chunk.setColumnValues(index, cells);
  });
  return chunk;
}

/** `Type` is the table's name; the two names of an event's time stand in for each other. */
function cellOf(table: string, column: ColumnSchema, row: LogRow): unknown {
  const value = row[column.name];
  if (value !== undefined && value !== null) return value;
  if (column.name === 'Type') return table;
  if (column.name === 'TimeGenerated') return row.Timestamp;
  return column.name === 'Timestamp' ? row.TimeGenerated : value;
}
