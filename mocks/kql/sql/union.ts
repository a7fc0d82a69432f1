import type { Block } from './block';
import { selectText } from './block';
import type { PrintState } from './context';
import { printAs } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { quoteId } from './quote';
import { printRows } from './rows';

/** One SELECT per input, each cell brought to its column's type: the database unites by position and guesses types. */
export function printUnion(rows: RowsOf<'union'>, state: PrintState): Block {
  const ids = rows.columns.map((column) => column.id);
  const parts = rows.inputs.map((input) => {
    const block = open(printRows(input.rows, state), input.rows, state);
    const context = inBlock(block, state);
    const cells = rows.columns.map((column, index): [string, string] => {
      const output = input.outputs[index];
      if (!output) throw new Error(`An input of a union lacks the column ${column.name}`);
      return [column.id, printAs(output, column.type, context)];
    });
    return selectText({ ...block, columns: new Map(cells), order: [] }, ids);
  });
  return {
    from: `(${parts.join('\nUNION ALL\n')}) AS ${alias(state)}`,
    columns: new Map(ids.map((id) => [id, quoteId(id)])),
    where: [],
    order: [],
    sealed: false,
  };
}
