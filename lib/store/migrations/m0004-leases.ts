/**
 * Several processes on one database: leases, and a log of what changed so that every process can follow.
 *
 * The log is written by triggers, in the transaction of the change itself: no code path can forget it, and a change
 * that was rolled back was never announced. Its numbers come from one row whose lock is held until the commit, so they
 * have no gaps and become visible in their order, which a sequence would not promise.
 */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('lease')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('token', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('change_head')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .execute();
  // A new database counts on from above every number that a browser may know from an older one.
  await sql`insert into change_head values ('head', (extract(epoch from clock_timestamp()) * 1000)::bigint)`.execute(
    database,
  );
  await database.schema
    .createTable('change')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('ids', 'json', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
    .execute();
  await sql`
    create function append_change(topic text, ids json) returns bigint language plpgsql as $body$
    declare number bigint;
    begin
      update change_head set seq = seq + 1 where name = 'head' returning seq into number;
      insert into change (seq, origin, topic, ids)
        values (number, current_setting('application_name'), topic, ids);
      perform pg_notify('onequeue_change', number::text);
      return number;
    end $body$`.execute(database);
  // The trigger's argument is the expression that names a row.
  await sql`
    create function log_change() returns trigger language plpgsql as $body$
    declare ids json;
    begin
      execute format('select json_agg(%s) from changed', tg_argv[0]) into ids;
      if ids is not null then perform append_change(tg_table_name::text, ids); end if;
      return null;
    end $body$`.execute(database);
  await followTable(database, 'incident_copy', "system || '/' || id");
  await followTable(database, 'alert_brief', 'id');
  // Every step of a command writes an event; claims and the like are nobody's news.
  await followTable(database, 'command_event', 'command_id');
}

/** From now on every change of the table is logged under the table's name. `row` is the SQL that names a row. */
async function followTable(database: Kysely<unknown>, table: string, row: string): Promise<void> {
  for (const [event, transition] of [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ]) {
    await sql`
      create trigger ${sql.id(`${table}_${event}_logged`)} after ${sql.raw(event ?? '')} on ${sql.id(table)}
      referencing ${sql.raw(transition ?? '')} table as changed
      for each statement execute function log_change(${sql.lit(row)})`.execute(database);
  }
}
