/** What one start of a tenant cost, measured inside a process of its own and sent to the benchmark as one line of JSON. */
import { readFile } from 'node:fs/promises';

export type Measured = {
  readonly bootMs: number;
  /** Peak resident memory, in MB: of the tenant, and of its log engine where the system tells (Linux). */
  readonly tenantMb: number;
  readonly engineMb: number | null;
  /** By what was asked; milliseconds of every request. */
  readonly pagesMs: Readonly<Record<string, readonly number[]>>;
  readonly firstMs: Readonly<Record<string, number>>;
};

/** Peak memory of this process's children, which is the engine. */
export async function childrenMb(): Promise<number | null> {
  try {
    const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
    const peaks = await Promise.all(
      children
        .trim()
        .split(/\s+/)
        .filter((pid) => pid !== '')
        .map(async (pid) => {
          const status = await readFile(`/proc/${pid}/status`, 'utf8');
          return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000;
        }),
    );
    return peaks.reduce((sum, peak) => sum + peak, 0);
  } catch {
    // No /proc on this system.
    return null;
  }
}
