import { Refusal } from '../refusal';
import type { Block } from './block';
import type { PrintState } from './context';
import type { RowsOf } from './op';

export function printStage(rows: RowsOf<'stage'>, _state: PrintState): Block {
  throw new Refusal(`The step ${rows.stage}`, rows.span);
}
