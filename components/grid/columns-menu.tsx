/** Which columns are shown, in which order and which stay in place, without dragging. `<Grid toolbar={(layout) => <ColumnsMenu layout={layout} />} />` */
'use client';
import { Columns3 } from 'lucide-react';
import { ColumnList } from '@/components/grid/column-list';
import type { ColumnLayout } from '@/components/grid/use-column-layout';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';

export function ColumnsMenu<Row>({ layout }: { layout: ColumnLayout<Row> }) {
  return (
    <Popover trigger={<IconButton label="Columns" icon={Columns3} />} label="Columns" align="end" className="w-72 p-1">
      <ColumnList layout={layout} />
    </Popover>
  );
}
