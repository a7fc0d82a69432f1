import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptCertificates } from '@/mocks/kept-certificates';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onequeue-certificates-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a second start answers with the certificates of the first', async () => {
  const first = await keptCertificates(folder);
  expect(await keptCertificates(folder)).toEqual(first);
  expect((await stat(join(folder, 'certificates.json'))).mode & 0o077).toBe(0);
});

test('a damaged file is replaced', async () => {
  const file = join(folder, 'certificates.json');
  await writeFile(file, '{"ca":"-----BEGIN');
  const made = await keptCertificates(folder);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(made);
});
