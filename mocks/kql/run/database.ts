/** An in-process DuckDB that a query cannot leave: no files, no network, no settings, no extensions. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { macros } from '../sql/macros';
import { jsFunction } from './js-functions';

export type Database = {
  /** Undefined in memory. */
  readonly file: string | undefined;
  /** A connection of its own, returned with `release`. */
  acquire(): Promise<DuckDBConnection>;
  release(connection: DuckDBConnection): void;
  close(): void;
};

export type DatabaseOptions = {
  readonly file: string | undefined;
  readonly memoryLimitMb: number;
  readonly threads: number;
};

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const instance = await DuckDBInstance.create(options.file ?? ':memory:', {
    threads: String(options.threads),
    memory_limit: `${options.memoryLimitMb}MB`,
    max_temp_directory_size: '0B',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const first = await instance.connect();
  first.registerScalarFunction(jsFunction());
  const vocabulary = macros.map((macro) => `CREATE OR REPLACE MACRO ${macro};`).join('\n');
  // One transaction: a file is written to the disk once.
  await first.run(`BEGIN; CREATE SCHEMA IF NOT EXISTS logs; ${vocabulary} COMMIT;`);
  // Last, as nothing can be set after it.
  for (const setting of ['enable_external_access = false', 'lock_configuration = true'])
    await first.run(`SET ${setting}`);
  const idle: DuckDBConnection[] = [first];
  const all = new Set<DuckDBConnection>([first]);
  return {
    file: options.file,
    acquire: async () => {
      const waiting = idle.pop();
      if (waiting) return waiting;
      const connection = await instance.connect();
      all.add(connection);
      return connection;
    },
    release: (connection) => {
      idle.push(connection);
    },
    close: () => {
      for (const connection of all) connection.closeSync();
      instance.closeSync();
    },
  };
}
