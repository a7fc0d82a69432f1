/** An engine that comes into being when it is first needed: most tests of the REST face never ask it anything. */
import type { Engine } from '@/mocks/kql/run/contract';

export function lazyEngine(create: () => Promise<Engine>): Engine {
  let made: Promise<Engine> | null = null;
  const engine = (): Promise<Engine> => {
    made ??= create();
    return made;
  };
  return {
    append: async (table, rows) => (await engine()).append(table, rows),
    multiply: async (copies) => (await engine()).multiply(copies),
    run: async (text, options) => (await engine()).run(text, options),
    runJson: async (text, options, form) => (await engine()).runJson(text, options, form),
    counts: async () => (await engine()).counts(),
    snapshot: async (file) => (await engine()).snapshot(file),
    close: async () => {
      if (made) await (await made).close();
    },
  };
}
