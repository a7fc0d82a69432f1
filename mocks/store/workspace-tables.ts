/** The tables that the workspace has: those of Sentinel and those that Defender streams into it. */
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';

export const workspaceTables = (): TableSchema[] => catalogue().filter((table) => table.world !== 'defender');
