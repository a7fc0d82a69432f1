/** What a generator of one log table is, and what it is asked: one row for one moment. */
import type { Random } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import type { LogRow } from '@/mocks/company/log-row';
import type { Staff } from '@/mocks/noise/staff';

/** One moment to write a row for. `random` is positioned for this moment alone. */
export type Moment = {
  readonly at: number;
  /** The end of the window; nothing may happen later. */
  readonly until: number;
  readonly company: Company;
  readonly staff: Staff;
  readonly random: Random;
  /** Counts the moments of this stream within its hour. */
  readonly index: number;
};

/** When a table gets its rows: with people's days and weekends, evenly, or a mixture as servers do. */
export type Rhythm = 'people' | 'machines';

export type NoiseTable = {
  readonly table: string;
  /** Share of all rows; the shares of `noiseTables` add up to about one. */
  readonly share: number;
  readonly rhythm: Rhythm;
  /**
   * Tables with the same stream and share see the same moments with the same draws: a mail, its link and its
   * attachment are told by three generators that draw the same message first. Default: the table's name.
   */
  readonly stream?: string;
  /** Null when this table saw nothing of the moment. */
  row(moment: Moment): LogRow | null;
};
