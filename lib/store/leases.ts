/**
 * Who may do what only one process may do at a time. The database's clock decides, so processes whose own clocks differ
 * agree; the token grows with every new holder, so that one who slept through the end of its lease is recognised.
 */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '@/lib/store/schema';

export type Lease = { name: string; token: number };

/** Somebody else holds the lease by now: whatever was meant to be written under it must not be. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  constructor(lease: Lease) {
    super(`The lease "${lease.name}" (${lease.token}) has gone to another process.`);
  }
}

export type LeaseHolder = {
  /** Names this process. */
  holder: string;
  /** True where nobody else can be: a lease left by an earlier run is taken over at once. */
  alone: boolean;
};

export function leases(database: Kysely<Tables>, { holder, alone }: LeaseHolder) {
  return {
    /** Takes or renews; null while another process holds it. The token stays the same through renewals. */
    async take(name: string, ttlMs: number): Promise<Lease | null> {
      const until = sql<Date>`clock_timestamp() + ${ttlMs} * interval '1 millisecond'`;
      const row = await database
        .insertInto('lease')
        .values({ name, holder, token: 1, expires_at: until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({
              holder,
              token: sql`case when lease.holder = ${holder} then lease.token else lease.token + 1 end`,
              expires_at: until,
            })
            .where(sql<boolean>`lease.holder = ${holder} or lease.expires_at < clock_timestamp() or ${alone}`),
        )
        .returning('token')
        .executeTakeFirst();
      return row === undefined ? null : { name, token: Number(row.token) };
    },
    /** Gives it back, so that nobody has to wait for its end. The token lives on. */
    async release(lease: Lease): Promise<void> {
      await database
        .updateTable('lease')
        .set({ holder: '', expires_at: sql`clock_timestamp()` })
        .where('name', '=', lease.name)
        .where('token', '=', lease.token)
        .where('holder', '=', holder)
        .execute();
    },
  };
}

/** Rejects with `LeaseLost` unless the lease is still this one, and keeps it so until the transaction ends. */
export async function holdLease(transaction: Kysely<Tables>, lease: Lease): Promise<void> {
  const row = await transaction
    .selectFrom('lease')
    .select('token')
    .where('name', '=', lease.name)
    .forShare()
    .executeTakeFirst();
  if (row === undefined || Number(row.token) !== lease.token) throw new LeaseLost(lease);
}
