/** Forgets what a tenant keeps between starts: log rows, certificates and what clients were told. The next start makes them anew. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Only what the tenant itself writes; a file of a running tenant (`session-…`) is its own and stays. */
const kept = /^(?:logs-[0-9a-f]+\.duckdb(?:\.wal)?|ca\.pem|client\.pem|tenant\.json|certificates\.json)$/;

/** Answers the names of what is gone. */
export async function forgetTenant(folder: string): Promise<string[]> {
  const names = await filesIn(folder);
  const forgotten = names.filter((name) => kept.test(name)).sort();
  for (const name of forgotten) await rm(join(folder, name), { force: true });
  return forgotten;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (failure) {
    // Nothing was ever kept.
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return [];
    throw failure;
  }
}
