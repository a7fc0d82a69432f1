'use client';
/** What can be done with one value: filter by it, copy it, look at its row. Opens at the cell, by Enter or right click. */
import { Copy, Filter, FilterX, PanelRight } from 'lucide-react';
import { copyText } from '@/components/ui/copy-button';
import { Menu, MenuHeading, MenuLine, MenuOption } from '@/components/ui/menu';
import type { Cell, ResultColumn } from '@/lib/domain/hunting/result-table';
import { defang } from '@/lib/domain/text/defang';
import { visibleText } from '@/lib/domain/text/visible';
import { filterLine } from '../query/filter-line';
import { exactText } from './cell-text';

export type OpenCell = {
  column: ResultColumn;
  value: Cell;
  row: readonly Cell[];
  columns: readonly ResultColumn[];
  left: number;
  top: number;
};

type Props = {
  /** The menu stays mounted while closed: only so does Radix know that a key opened it, and put the focus on the first act. */
  cell: OpenCell | null;
  onFilter: (line: string) => void;
  onInspect: () => void;
  onClosed: () => void;
};

function Acts({ cell, onFilter, onInspect }: { cell: OpenCell } & Pick<Props, 'onFilter' | 'onInspect'>) {
  const { column, value } = cell;
  const text = exactText(value);
  const row = () =>
    JSON.stringify(Object.fromEntries(cell.columns.map(({ name }, at) => [name, cell.row[at] ?? null])));
  return (
    <>
      <MenuHeading>
        <span className="block max-w-80 truncate">{text === '' ? 'empty' : visibleText(text).slice(0, 120)}</span>
      </MenuHeading>
      <MenuOption icon={Filter} onSelect={() => onFilter(filterLine(column, value, 'include'))}>
        Only this value
      </MenuOption>
      <MenuOption icon={FilterX} onSelect={() => onFilter(filterLine(column, value, 'exclude'))}>
        Everything but this value
      </MenuOption>
      <MenuLine />
      <MenuOption icon={Copy} keys="Ctrl C" onSelect={() => void copyText(text)}>
        Copy value
      </MenuOption>
      <MenuOption icon={Copy} onSelect={() => void copyText(defang(text))}>
        Copy defanged
      </MenuOption>
      <MenuOption icon={Copy} onSelect={() => void copyText(row())}>
        Copy row as JSON
      </MenuOption>
      <MenuLine />
      <MenuOption icon={PanelRight} onSelect={onInspect}>
        Inspect the row
      </MenuOption>
    </>
  );
}

export function CellMenu({ cell, onFilter, onInspect, onClosed }: Props) {
  const place = cell === null ? { left: 0, top: 0 } : { left: cell.left, top: cell.top };
  return (
    <Menu
      open={cell !== null}
      label={cell === null ? 'Value' : `Value of ${visibleText(cell.column.name)}`}
      onOpenChange={(open) => {
        if (!open) onClosed();
      }}
      onClosed={onClosed}
      trigger={
        <button type="button" tabIndex={-1} aria-hidden className="pointer-events-none fixed size-0" style={place} />
      }
    >
      {cell === null ? null : <Acts cell={cell} onFilter={onFilter} onInspect={onInspect} />}
    </Menu>
  );
}
