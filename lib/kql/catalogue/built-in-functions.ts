/** Functions that Microsoft gives every workspace, as KQL over the workspace's tables. */
import { asim } from './asim/asim';
import { deviceFunctions } from './device-functions';
import { healthFunctions } from './health-functions';
import type { SavedFunction } from './saved-function';

let shared: readonly SavedFunction[] | undefined;

/** Defender's are there in hunting only. Made once and kept. */
export function builtInFunctions(hunting: boolean): readonly SavedFunction[] {
  shared ??= [...asim(), ...healthFunctions];
  return hunting ? [...shared, ...deviceFunctions] : shared;
}
