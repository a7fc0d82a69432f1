/**
 * The program of a process that tests start and kill many times, as one file: loading it takes a fraction of what
 * loading several hundred modules through a transpiler takes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Answers the path of `e2e/contract/<name>.ts` with all that it imports. Equal programs are one file. */
export async function childProgram(name: 'console-child' | 'hub-child' | 'spare-child'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'e2e/contract', `${name}.ts`)],
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // They look for files of theirs beside their own code.
    external: ['@electric-sql/pglite', 'pg', '@kusto/*'],
    // What packages that are no modules expect to find.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const text = outputFiles.map((file) => file.text).join('');
  const folder = join(root, 'node_modules/.cache/onequeue');
  const path = join(folder, `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.mjs`);
  mkdirSync(folder, { recursive: true });
  const unnamed = `${path}.${randomUUID()}`;
  writeFileSync(unnamed, text);
  renameSync(unnamed, path);
  return path;
}
