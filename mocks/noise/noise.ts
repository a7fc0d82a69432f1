/**
 * What always happens at Contoso. A pure function of seed, company, window and the number of rows: two calls with the
 * same arguments give the same rows, in batches by table, in order of time.
 */
import { createRandom } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import { noiseTables } from '@/mocks/noise/noise-tables';
import { schedule, type Window } from '@/mocks/noise/schedule';
import { createStaff, type Staff } from '@/mocks/noise/staff';
import type { NoiseTable } from '@/mocks/noise/table';

export type NoiseOptions = {
  readonly seed: number;
  readonly company: Company;
  readonly window: Window;
  /** About how many rows over all tables. */
  readonly rows: number;
  /** Rows in a batch, at most. */
  readonly batchRows?: number;
};

export function* noise({ seed, company, window, rows, batchRows = 5_000 }: NoiseOptions): Generator<LogBatch> {
  const staff = createStaff(company);
  for (const table of noiseTables) {
    let pending: LogRow[] = [];
    for (const row of tableRows(table, { seed, company, window, rows }, staff)) {
      pending.push(row);
      if (pending.length >= batchRows) {
        yield { table: table.table, rows: pending };
        pending = [];
      }
    }
    if (pending.length > 0) yield { table: table.table, rows: pending };
  }
}

function* tableRows(table: NoiseTable, options: NoiseOptions, staff: Staff): Generator<LogRow> {
  const { seed, company, window, rows } = options;
  const stream = table.stream ?? table.table;
  const until = window.end.getTime();
  for (const slot of schedule(seed, stream, window, rows * table.share, table.rhythm, staff)) {
    const random = createRandom(seed, `noise/${stream}/${Math.floor(slot.start / 3_600_000)}`);
    const gap = (slot.end - slot.start) / slot.count;
    for (let index = 0; index < slot.count; index += 1) {
      random.seek(index);
      const at = Math.floor(slot.start + (index + random.next()) * gap);
      const row = table.row({ at, until, company, staff, random, index });
      if (row !== null) yield row;
    }
  }
}
