/**
 * Bulk at the speed of the database: every row so far once more, and again, each copy a little earlier and with event
 * ids of its own. What belongs together still does, because all tables' copies are made alike: the third copy of a mail
 * has the third copies of its links.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnSchema } from '@/lib/kql/catalogue/table-schema';
import { quoteId } from '../sql/quote';
import { ticksPerMs } from '../ticks';

/** Ids of events. Those of people, devices and applications stay: it is the same company. */
const eventIds = new Set([
  'CorrelationId',
  'ExternalIndicatorId',
  'Id',
  'IndicatorId',
  'InternetMessageId',
  'NetworkMessageId',
  'OfficeId',
  'OriginalRequestId',
  'ReportId',
  'RequestId',
  'UniqueTokenIdentifier',
]);

/** Copies lie evenly within this time before the original, so that days and shifts keep their shape. */
const spreadMs = 3_600_000;

export type StoredTable = {
  readonly name: string;
  readonly columns: readonly ColumnSchema[];
  /** The database's name of a column. */
  readonly stored: ReadonlyMap<string, string>;
};

export async function multiplyRows(connection: DuckDBConnection, table: StoredTable, copies: number): Promise<void> {
  const target = `logs.${quoteId(table.name)}`;
  const reader = await connection.runAndReadAll(`SELECT count(*) FROM ${target}`);
  const originals = Number(reader.getRows()[0]?.[0]);
  for (let copy = 1; copy <= copies; copy += 1) {
    const cells = table.columns.map((column) =>
      cell(column, table.stored.get(column.name) ?? column.name, copy, copies),
    );
    await connection.run(`INSERT INTO ${target} SELECT ${cells.join(', ')} FROM ${target} WHERE rowid < ${originals}`);
  }
}

function cell({ name, type }: ColumnSchema, stored: string, copy: number, copies: number): string {
  const id = quoteId(stored);
  if (type === 'datetime') return `${id} - ${BigInt(Math.floor((spreadMs * copy) / (copies + 1))) * ticksPerMs}`;
  if (!eventIds.has(name)) return id;
  if (type === 'long' || type === 'int') return `(${id} * 31 + ${copy * 7919}) % 2147483647`;
  if (type !== 'string') return id;
  const hash = `md5(${id} || '/${copy}')`;
  const parts = [`${hash}[1:8]`, `${hash}[9:12]`, `'4' || ${hash}[14:16]`, `'a' || ${hash}[18:20]`, `${hash}[21:32]`];
  return `CASE WHEN ${id} = '' THEN '' ELSE ${parts.join(` || '-' || `)} END`;
}
