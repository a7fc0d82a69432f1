/** Tables as SQL: one printer per operation of the intermediate form. */
import type { Rows } from '../ir';
import { printApply, printOuter } from './apply';
import type { Block } from './block';
import type { PrintState } from './context';
import { printExpand } from './expand';
import { printJoin } from './join';
import { printProject } from './project';
import { printRange } from './range';
import { printShared } from './shared';
import { printSort } from './sort';
import { printStage } from './stage';
import { printSummarize } from './summarize';
import { printTable } from './table';
import { printTake } from './take';
import { printUnion } from './union';
import { printValues } from './values';
import { printWhere } from './where';
import { printWholeRows } from './whole-rows';

export function printRows(rows: Rows, state: PrintState): Block {
  switch (rows.op) {
    case 'table':
      return printTable(rows, state);
    case 'values':
      return printValues(rows, state);
    case 'range':
      return printRange(rows, state);
    case 'where':
      return printWhere(rows, state);
    case 'project':
      return printProject(rows, state);
    case 'summarize':
      return printWholeRows(rows, state) ?? printSummarize(rows, state);
    case 'sort':
      return printSort(rows, state);
    case 'take':
      return printTake(rows, state);
    case 'join':
      return printJoin(rows, state);
    case 'union':
      return printUnion(rows, state);
    case 'expand':
      return printExpand(rows, state);
    case 'apply':
      return printApply(rows, state);
    case 'outer':
      return printOuter(rows, state);
    case 'shared':
      return printShared(rows, state);
    case 'stage':
      return printStage(rows, state);
  }
}
