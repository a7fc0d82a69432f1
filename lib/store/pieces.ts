/**
 * A table read whole, in pieces by where its rows lie. A hundred thousand rows in one answer would take half a gigabyte
 * and stop everything else for seconds. By place and not by key, because that reads each page of the file once
 * (https://www.postgresql.org/docs/14/release-14.html, TID range scans).
 *
 * A row that is written meanwhile moves, so it may be met twice or not at all: whoever must not miss it follows the log
 * of changes from a number that was read before the first piece.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '@/lib/store/schema';

/**
 * Pages of 8 KiB. `large` is some fifty milliseconds of computing, for when nothing else can go on anyway; `small` a
 * few, for what is read while others want to be answered.
 */
const pagesOf = { large: 128, small: 32 } as const;

/** `columns` is the SQL of aggregates; each piece answers one row of them. */
export async function* pieces<Row>(
  database: Kysely<Tables>,
  table: keyof Tables,
  columns: RawBuilder<unknown>,
  size: keyof typeof pagesOf,
): AsyncGenerator<Row> {
  const file = await sql<{ pages: number }>`
    select (pg_relation_size(${table}::regclass) / current_setting('block_size')::int)::int as pages`.execute(database);
  const pages = file.rows[0]?.pages ?? 0;
  const step = pagesOf[size];
  for (let from = 0; from < pages; from += step) {
    const piece = await sql<Row>`select ${columns} from ${sql.table(table)}
      where ctid >= ${`(${from},0)`}::tid and ctid < ${`(${from + step},0)`}::tid`.execute(database);
    yield* piece.rows;
  }
}
