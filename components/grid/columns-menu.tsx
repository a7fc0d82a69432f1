/** Which columns are shown, and in which order, without dragging. `<Grid toolbar={(layout) => <ColumnsMenu layout={layout} />} />` */
'use client';
import { ChevronDown, ChevronUp, Columns3 } from 'lucide-react';
import type { ColumnLayout } from '@/components/grid/use-column-layout';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';

export function ColumnsMenu<Row>({ layout }: { layout: ColumnLayout<Row> }) {
  return (
    <Popover trigger={<IconButton label="Columns" icon={Columns3} />} label="Columns" align="end" className="w-60 p-1">
      <ul>
        {layout.all.map(({ column, visible }, at) => (
          <li key={column.id} className="flex h-7 items-center gap-1 rounded-small pl-2 hover:bg-hover">
            <label className="flex min-w-0 flex-1 items-center gap-2">
              <input
                type="checkbox"
                checked={visible}
                onChange={() => layout.toggle(column.id)}
                className="accent-(--accent)"
              />
              <span className="truncate">{column.header}</span>
            </label>
            <IconButton
              label={`Move ${column.header} left`}
              icon={ChevronUp}
              disabled={at === 0}
              onClick={() => layout.shift(column.id, -1)}
              className="size-6"
            />
            <IconButton
              label={`Move ${column.header} right`}
              icon={ChevronDown}
              disabled={at === layout.all.length - 1}
              onClick={() => layout.shift(column.id, 1)}
              className="size-6"
            />
          </li>
        ))}
      </ul>
      <div className="mt-1 border-t pt-1">
        <Button tone="quiet" size="small" onClick={layout.reset}>
          Back to default
        </Button>
      </div>
    </Popover>
  );
}
