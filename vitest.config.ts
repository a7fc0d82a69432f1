import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Unit tests stand beside their code; the contract tests (client against tenant) live in e2e/contract. */
const tests = ['lib', 'components', 'mocks', 'app', 'e2e/contract']
  .flatMap((room) => readdirSync(`${root}${room}`, { recursive: true }).map((path) => `${room}/${String(path)}`))
  .filter((path) => /\.test\.tsx?$/u.test(path));

/** What a test file does to its process when others may not live in it: it makes it a browser, or replaces a module. */
const unfit = /^\/\/ @vitest-environment |^vi\.mock\(/mu;
const alone = new Set(tests.filter((path) => unfit.test(readFileSync(`${root}${path}`, 'utf8'))));
const shared = tests.filter((path) => !alone.has(path));

/** Those that take a minute: begun last, they would keep the others waiting. */
const longest = ['hub-chaos.test.ts', 'quota-proof.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // Components opt into a DOM with `// @vitest-environment happy-dom` at the top of their test.
    environment: 'node',
    // Bounds for what hangs, not for what is slow: shared machines are.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // A tenant makes and drops much: with the usual 16 MB a third of the time goes into collecting it.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: [...alone] } },
      // Loading Microsoft's parser and making it warm costs more than most files' tests: once per process is enough.
      { extends: true, test: { name: 'shared', include: shared, isolate: false } },
    ],
  },
});
