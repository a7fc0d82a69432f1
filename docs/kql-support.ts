/** Writes docs/kql-support.md from what the KQL engine itself knows. `--check` only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { supportPage } from '@/mocks/kql/environment/support-page';

const file = new URL('kql-support.md', import.meta.url);
const fresh = supportPage();

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== fresh) throw new Error('docs/kql-support.md is stale: run `npm run docs:kql`.');
} else {
  writeFileSync(file, fresh);
}
