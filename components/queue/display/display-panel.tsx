/** Density and columns, loaded when they are wanted. */
'use client';
import { ColumnList } from '@/components/grid/column-list';
import type { ColumnLayout } from '@/components/grid/use-column-layout';
import { usePreferences } from '@/components/ui/preferences-provider';
import { Segmented } from '@/components/ui/segmented';

export function DisplayPanel({ layout }: { layout: ColumnLayout<unknown> }) {
  const [{ density }, change] = usePreferences();
  return (
    <>
      <div className="flex items-center justify-between border-b p-2">
        <span className="text-muted">Rows</span>
        <Segmented
          label="Density"
          value={density}
          onChange={(next) => change({ density: next })}
          options={[
            { value: 'compact', label: 'Compact' },
            { value: 'comfortable', label: 'Comfortable' },
          ]}
        />
      </div>
      <div className="p-1">
        <ColumnList layout={layout} />
      </div>
    </>
  );
}
