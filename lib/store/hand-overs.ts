/** Signed hand-overs. Their facts are never written twice; only the second signature comes later. */
import type { Kysely } from 'kysely';
import type { HandOver, HandOverHeading, Signature } from '@/lib/domain/hand-over/hand-over';
import type { Tables } from '@/lib/store/schema';

export function handOvers(database: Kysely<Tables>) {
  return {
    /** Asking twice is signing once. */
    async add(handOver: HandOver): Promise<void> {
      const { taken: _later, ...body } = handOver;
      await database
        .insertInto('hand_over')
        .values({ id: handOver.id, signed_at: handOver.signed.at, body: JSON.stringify(body), taken: null })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    /** The first one to take it over stays. */
    async take(id: string, signature: Signature): Promise<void> {
      await database
        .updateTable('hand_over')
        .set({ taken: JSON.stringify(signature) })
        .where('id', '=', id)
        .where('taken', 'is', null)
        .execute();
    },
    async get(id: string): Promise<HandOver | null> {
      const row = await database.selectFrom('hand_over').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : { ...row.body, taken: row.taken };
    },
    /** The latest ones, newest first. */
    async list(most: number): Promise<HandOverHeading[]> {
      const rows = await database
        .selectFrom('hand_over')
        .selectAll()
        .orderBy('signed_at', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ id, body, taken }) => ({ id, signed: body.signed, taken, shift: body.facts.shift }));
    },
  };
}
