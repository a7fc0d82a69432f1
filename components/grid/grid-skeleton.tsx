/** Rows that are on their way, in the final layout. */

import type { GridColumn } from '@/components/grid/grid-column';
import { Skeleton } from '@/components/ui/skeleton';

const rows = Array.from({ length: 24 }, (_, at) => at);
const widths = ['w-3/4', 'w-1/2', 'w-2/3', 'w-5/6'];

export function GridSkeleton<Row>({ columns, template }: { columns: readonly GridColumn<Row>[]; template: string }) {
  return (
    <div aria-hidden style={{ '--grid-columns': template } as React.CSSProperties}>
      {rows.map((row) => (
        <div key={row} className="grid h-(--row-height) grid-cols-(--grid-columns) items-center border-b">
          {columns.map((column, at) => (
            <span key={column.id} className={at === 0 ? 'pl-4 pr-2' : 'px-2'}>
              <Skeleton className={widths[(row + at) % widths.length] ?? ''} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
