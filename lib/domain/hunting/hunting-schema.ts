/** The tables a query may name, for the schema pane: Microsoft's published catalogue and what the workspace really has. */
import type { KqlType } from '@/lib/domain/hunting/result-table';

/** Who knows a table: Defender's advanced hunting, the Sentinel workspace, or both. */
export type TableWorld = 'defender' | 'sentinel' | 'both';

/** One table, whichever of the two worlds knows it. */
export type HuntingTable = {
  name: string;
  world: TableWorld;
  /** Solution or family, e.g. `Device` or `LogManagement`. */
  category: string;
  columns: { name: string; type: KqlType }[];
  /** False when the table is published by Microsoft but this workspace does not list it; null when that is not known. */
  inWorkspace: boolean | null;
};

export type HuntingSchema = {
  tables: HuntingTable[];
  /** Why the workspace's own list could not be read; the catalogue is shown anyway. */
  notice: string | null;
};
