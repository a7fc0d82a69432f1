import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { supportPage } from './support-page';

it('docs/kql-support.md says what the engine’s tables say (npm run docs:kql)', () => {
  expect(readFileSync(new URL('../../../docs/kql-support.md', import.meta.url), 'utf8')).toBe(supportPage());
});
