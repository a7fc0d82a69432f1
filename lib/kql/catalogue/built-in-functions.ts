/** Functions that Microsoft gives every workspace, as KQL over the workspace's tables. */
import { deviceFunctions } from './device-functions';
import type { SavedFunction } from './saved-function';

export function builtInFunctions(hunting: boolean): readonly SavedFunction[] {
  return hunting ? deviceFunctions : [];
}
