/** What advanced hunting can be asked for: every table, since the workspace is connected, and Microsoft's functions. */
import { builtInFunctions } from '@/lib/kql/catalogue/built-in-functions';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import type { SavedFunction } from '@/lib/kql/catalogue/saved-function';
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';

export const huntingCatalogue = (): { tables: readonly TableSchema[]; functions: readonly SavedFunction[] } => ({
  tables: catalogue(),
  functions: builtInFunctions(true),
});
