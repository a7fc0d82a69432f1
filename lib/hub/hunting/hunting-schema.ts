/** The tables a query may name: the published catalogue, and which of them this workspace really has. */
import type { Api } from '@/lib/api/api';
import { kqlTypeOf } from '@/lib/domain/hunting/from-graph';
import type { HuntingSchema, HuntingTable } from '@/lib/domain/hunting/hunting-schema';
import type { KqlKnowledge } from '@/lib/hub/hunting/kql-knowledge';
import { reasonOf } from '@/lib/hub/mirror/source-health';
import type { LogsMetadata } from '@/lib/wire/log-analytics/metadata';

function merge(catalogue: Omit<HuntingTable, 'inWorkspace'>[], metadata: LogsMetadata): HuntingTable[] {
  const listed = new Map((metadata.tables ?? []).map((table) => [table.name, table]));
  const known = new Set(catalogue.map((table) => table.name));
  const own = [...listed.values()].filter((table) => !known.has(table.name));
  return [
    ...catalogue.map((table) => ({ ...table, inWorkspace: listed.has(table.name) })),
    // Tables of the workspace's own making, `…_CL` mostly.
    ...own.map((table) => ({
      name: table.name,
      world: 'sentinel' as const,
      category: 'Custom',
      columns: (table.columns ?? []).map((column) => ({ name: column.name, type: kqlTypeOf(column.type) })),
      inWorkspace: true,
    })),
  ];
}

/** Never rejects: where the workspace's own list cannot be read, `inWorkspace` is null and `notice` says why. */
export async function huntingSchema(api: Api, kql: KqlKnowledge): Promise<HuntingSchema> {
  const catalogue = kql.tables();
  try {
    return { tables: merge(catalogue, await api.logAnalytics.metadata.get()), notice: null };
  } catch (error) {
    return {
      tables: catalogue.map((table) => ({ ...table, inWorkspace: null })),
      notice: `The workspace's own list of tables could not be read (${reasonOf(error)}).`,
    };
  }
}
