/** What one start of a tenant cost, measured inside a process of its own and sent to the benchmark as one line of JSON. */
import { readFile } from 'node:fs/promises';

/** Milliseconds that passed, and milliseconds that processors worked: on a busy machine only the second says much. */
export type Cost = { readonly wallMs: number; readonly cpuMs: number };

export type Measured = {
  /** From the start of the process until every API answers. */
  readonly boot: Cost;
  /** From then on until the first query is answered: the parser loads meanwhile. */
  readonly query: Cost;
  /** The clock moved on, with everything that happens on the way; null when nobody asked. */
  readonly jump: Cost | null;
  /** Peak resident memory, in MB: of the tenant, and of its log engine where the system tells (Linux). */
  readonly tenantMb: number;
  readonly engineMb: number | null;
  /** By what was asked; milliseconds of every request. */
  readonly pagesMs: Readonly<Record<string, readonly number[]>>;
  readonly firstMs: Readonly<Record<string, number>>;
};

type Child = { readonly mb: number; readonly cpuMs: number };

/** Linux counts in hundredths of a second. */
const tickMs = 10;

/** This process's children, of which the engine is the largest; null on a system without /proc. */
async function children(): Promise<readonly Child[] | null> {
  try {
    const pids = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
    return await Promise.all(pids.split(/\s+/).filter(Boolean).map(childOf));
  } catch {
    // No /proc on this system.
    return null;
  }
}

async function childOf(pid: string): Promise<Child> {
  const [status, stat] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ]);
  // Behind the name in brackets; user and system time are the 12th and 13th field from there.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  return { mb: Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000, cpuMs: ticks * tickMs };
}

/** Peak memory of the children. */
export async function childrenMb(): Promise<number | null> {
  const all = await children();
  return all?.reduce((sum, { mb }) => sum + mb, 0) ?? null;
}

/** What has been spent since the process started, its children included. */
export async function spent(): Promise<Cost> {
  const { user, system } = process.cpuUsage();
  const others = (await children()) ?? [];
  return {
    wallMs: performance.now(),
    cpuMs: (user + system) / 1000 + others.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  };
}

export const since = (before: Cost, now: Cost): Cost => ({
  wallMs: now.wallMs - before.wallMs,
  cpuMs: now.cpuMs - before.cpuMs,
});
