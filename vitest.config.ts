import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // Unit tests stand beside their code; the contract tests (client against tenant) live in e2e/contract.
    include: ['{lib,components,mocks,app}/**/*.test.{ts,tsx}', 'e2e/contract/**/*.test.ts'],
    // Components opt into a DOM with `// @vitest-environment happy-dom` at the top of their test.
    environment: 'node',
    // Bounds for what hangs, not for what is slow: shared machines are.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
