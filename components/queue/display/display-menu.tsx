/** How the rows are drawn: density, and which columns. */
'use client';
import { SlidersHorizontal } from 'lucide-react';
import { lazy } from 'react';
import type { ColumnLayout } from '@/components/grid/use-column-layout';
import { IconButton } from '@/components/ui/icon-button';
import { patiently } from '@/components/ui/patiently';
import { Popover } from '@/components/ui/popover';

const DisplayPanel = lazy(() =>
  patiently(() => import('@/components/queue/display/display-panel')).then((file) => ({ default: file.DisplayPanel })),
);

export function DisplayMenu<Row>({ layout }: { layout: ColumnLayout<Row> }) {
  return (
    <Popover
      label="Display"
      align="end"
      className="w-72 p-0"
      trigger={<IconButton label="Columns and density" icon={SlidersHorizontal} className="max-sm:hidden" />}
    >
      <DisplayPanel layout={anyRow(layout)} />
    </Popover>
  );
}

/** The panel only reads names and widths of columns and never a row, so which rows they are of does not matter to it. */
function anyRow<Row>(layout: ColumnLayout<Row>): ColumnLayout<unknown> {
  return layout as ColumnLayout<unknown>;
}
