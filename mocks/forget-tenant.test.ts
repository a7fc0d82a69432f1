import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forgetTenant } from '@/mocks/forget-tenant';

it('forgets what was kept, and nothing that is somebody else’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'forget-'));
  try {
    const others = ['notes.txt', 'session-1-1.duckdb'];
    for (const name of ['logs-0123456789abcdef.duckdb', 'ca.pem', 'client.pem', 'tenant.json', ...others])
      await writeFile(join(folder, name), name);
    expect(await forgetTenant(folder)).toEqual(['ca.pem', 'client.pem', 'logs-0123456789abcdef.duckdb', 'tenant.json']);
    expect((await readdir(folder)).sort()).toEqual(others);
    expect(await forgetTenant(join(folder, 'never-made'))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
