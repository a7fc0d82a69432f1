import { describe, expect, it } from 'vitest';
import type { LogBatch } from '@/mocks/company/log-row';
import { createLogWriter } from '@/mocks/store/log-writer';

const recorder = () => {
  const seen: LogBatch[] = [];
  return { seen, append: async (batch: LogBatch) => void seen.push(batch) };
};

describe('the log writer', () => {
  it('hands nothing over until somebody wants to read, then everything, gathered by table', async () => {
    const { seen, append } = recorder();
    const logs = createLogWriter(append);
    logs.write('A', [{ n: 1 }]);
    logs.pour([
      { table: 'B', rows: [{ n: 2 }] },
      { table: 'A', rows: [{ n: 3 }] },
    ]);
    logs.write('A', [{ n: 4 }]);
    expect(seen).toEqual([]);
    await logs.settled();
    expect(seen).toEqual([
      { table: 'A', rows: [{ n: 1 }, { n: 4 }, { n: 3 }] },
      { table: 'B', rows: [{ n: 2 }] },
    ]);
    expect(logs.counts()).toEqual({ A: 3, B: 1 });
  });

  it('gives each reader what happened meanwhile, once', async () => {
    const { seen, append } = recorder();
    let made = 0;
    const logs = createLogWriter(append, () => {
      made += 1;
      return [{ table: 'A', rows: [{ n: made }] }];
    });
    await Promise.all([logs.settled(), logs.settled()]);
    expect(seen.flatMap((batch) => batch.rows)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('tells the reader about a failure and serves the next one', async () => {
    let broken = true;
    const logs = createLogWriter(async () => {
      if (broken) throw new Error('disk full');
    });
    logs.write('A', [{ n: 1 }]);
    await expect(logs.settled()).rejects.toThrow('disk full');
    broken = false;
    logs.write('A', [{ n: 2 }]);
    await logs.settled();
  });

  it('makes the next rows while the last ones are taken in, and never has two batches on their way', async () => {
    const told: string[] = [];
    let underway = 0;
    let most = 0;
    const logs = createLogWriter(async ({ rows }) => {
      underway += 1;
      most = Math.max(most, underway);
      await new Promise((resolve) => setImmediate(resolve));
      underway -= 1;
      told.push(`took ${rows[0]?.n}`);
    });
    const batch = (n: number): LogBatch => ({ table: 'A', rows: Array.from({ length: 2000 }, () => ({ n })) });
    logs.pour(
      (function* made() {
        for (const n of [1, 2, 3]) {
          told.push(`made ${n}`);
          yield batch(n);
        }
      })(),
    );
    await logs.settled();
    expect(told).toEqual(['made 1', 'made 2', 'took 1', 'made 3', 'took 2', 'took 3']);
    expect(most).toBe(1);
  });
});
