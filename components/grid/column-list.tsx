/** All columns of a grid: shown or not, pinned or not, and where they stand. */
'use client';
import clsx from 'clsx';
import { ChevronDown, ChevronUp, Pin } from 'lucide-react';
import type { ColumnLayout } from '@/components/grid/use-column-layout';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

export function ColumnList<Row>({ layout }: { layout: ColumnLayout<Row> }) {
  return (
    <>
      <ul className="max-h-[60vh] overflow-y-auto">
        {layout.all.map(({ column, visible, pinned }, at) => (
          <li key={column.id} className="flex h-7 items-center gap-0.5 rounded-small pl-2 hover:bg-hover">
            <label className="flex h-full min-w-0 flex-1 items-center gap-2">
              <input
                type="checkbox"
                checked={visible}
                onChange={() => layout.toggle(column.id)}
                className="accent-(--accent)"
              />
              <span className="truncate">{column.header}</span>
            </label>
            <IconButton
              label={`Pin ${column.header}`}
              icon={Pin}
              aria-pressed={pinned}
              onClick={() => layout.pin(column.id)}
              className={clsx('size-6', pinned ? 'text-accent' : 'text-faint')}
            />
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
    </>
  );
}
