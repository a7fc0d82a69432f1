/** Any field of the queue, for a filter that has no chip yet. */
'use client';
import { useState } from 'react';
import { FilterPanel, type FilterPanelProps } from '@/components/queue/filter/filter-panel';
import { Picker } from '@/components/ui/picker';

export function FieldChoice(panel: FilterPanelProps) {
  const [id, setId] = useState<string | null>(null);
  const field = panel.fields.find((candidate) => candidate.id === id);
  if (field !== undefined) return <FilterPanel {...panel} field={field} />;
  return (
    <Picker
      label="Field"
      options={panel.fields.map((candidate) => ({ value: candidate.id, label: candidate.label }))}
      chosen={[]}
      onChoose={setId}
    />
  );
}
