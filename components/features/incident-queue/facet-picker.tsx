/** The list behind a chip. It is only there while open, so its counts cost nothing otherwise. */
'use client';
import type { ReactNode } from 'react';
import { type Facet, facetCounts } from '@/components/features/incident-queue/facets';
import type { SearchChange } from '@/components/features/incident-queue/use-search';
import { Button } from '@/components/ui/button';
import { Picker } from '@/components/ui/picker';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import { serverNow } from '@/lib/queries/server-clock';
import type { IncidentsSearch } from '@/lib/routes/incidents-search';

export type FacetOption<Value extends string> = { value: Value; label: string; mark?: ReactNode };

export function FacetPicker<Name extends Facet, Value extends IncidentsSearch[Name][number]>({
  facet,
  label,
  options,
  chosen,
  incidents,
  search,
  me,
  onChange,
}: {
  facet: Name;
  label: string;
  options: (counts: ReadonlyMap<string, number>) => readonly FacetOption<Value>[];
  chosen: readonly Value[];
  incidents: readonly Incident[];
  search: IncidentsSearch;
  me: Assignee | null;
  onChange: (change: SearchChange) => void;
}) {
  const counts = facetCounts(facet, incidents, search, serverNow(), me);
  const shown = options(counts).map((option) => {
    const counted = option.value === 'me' ? (me?.name.toLowerCase() ?? '') : option.value;
    return { ...option, count: counts.get(counted) ?? 0 };
  });
  const toggle = (value: Value) =>
    onChange({
      [facet]: chosen.includes(value) ? chosen.filter((candidate) => candidate !== value) : [...chosen, value],
    });
  return (
    <Picker
      label={label}
      options={shown}
      chosen={chosen}
      onChoose={toggle}
      many
      footer={
        chosen.length === 0 ? undefined : (
          <Button tone="quiet" size="small" onClick={() => onChange({ [facet]: [] })}>
            Any {label.toLowerCase()}
          </Button>
        )
      }
    />
  );
}
