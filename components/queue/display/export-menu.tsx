/** The shown rows as a file. */
'use client';
import { Download } from 'lucide-react';
import { lazy } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { patiently } from '@/components/ui/patiently';
import { Popover } from '@/components/ui/popover';
import type { ExportColumn } from '@/lib/domain/queue/export-rows';

const ExportPanel = lazy(() =>
  patiently(() => import('@/components/queue/display/export-panel')).then((file) => ({ default: file.ExportPanel })),
);

export function ExportMenu<Row>({
  many,
  rows,
  columns,
}: {
  many: string;
  rows: readonly Row[];
  columns: readonly ExportColumn<Row>[];
}) {
  return (
    <Popover
      label="Export"
      align="end"
      className="w-64 p-2"
      trigger={<IconButton label="Export" icon={Download} className="max-sm:hidden" />}
    >
      {(close) => (
        <ExportPanel
          many={many}
          count={rows.length}
          csv={async () => (await import('@/lib/domain/queue/export-rows')).toCsv(columns, rows)}
          json={async () => (await import('@/lib/domain/queue/export-rows')).toJson(rows)}
          close={close}
        />
      )}
    </Popover>
  );
}
