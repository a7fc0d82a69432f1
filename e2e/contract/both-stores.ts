/** The same proofs on both kinds of database: embedded, and a Postgres server where the machine has one. */
import { afterAll, beforeAll, describe } from 'vitest';
import { blankMemory } from '@/e2e/contract/blank-database';
import { noPostgres, type Postgres, startPostgres } from '@/e2e/contract/postgres';
import type { StorePlace } from '@/lib/store/store';

/** `body` describes the tests; `place` answers an empty database each time. */
export function onBothStores(title: string, body: (place: () => Promise<StorePlace>) => void): void {
  describe(`${title}, embedded database`, () => body(blankMemory));
  describe.skipIf(noPostgres !== null)(`${title}, Postgres${noPostgres === null ? '' : ` (${noPostgres})`}`, () => {
    let postgres: Postgres;
    beforeAll(async () => {
      postgres = await startPostgres();
    }, 120_000);
    afterAll(() => postgres?.stop());
    body(async () => ({ kind: 'server', url: await postgres.database() }));
  });
}
