/** The chips over the queue. Each opens its list with counts; everything chosen is in the address. */
'use client';
import { lazy } from 'react';
import type { Facet } from '@/components/features/incident-queue/facets';
import { FilterChip } from '@/components/features/incident-queue/filter-chip';
import type { FilterPanelProps } from '@/components/features/incident-queue/filter-panel';
import { filterWords, rangeText } from '@/components/features/incident-queue/filter-words';
import { SearchField } from '@/components/features/incident-queue/search-field';
import type { SearchChange } from '@/components/features/incident-queue/use-search';
import { Button } from '@/components/ui/button';
import { printIncidentsSearch } from '@/lib/routes/incidents-search';

const FilterPanel = lazy(() =>
  import('@/components/features/incident-queue/filter-panel').then((file) => ({ default: file.FilterPanel })),
);

const chips: readonly { of: Facet | 'range'; name: string }[] = [
  { of: 'status', name: 'Status' },
  { of: 'severity', name: 'Severity' },
  { of: 'system', name: 'System' },
  { of: 'product', name: 'Source' },
  { of: 'assignee', name: 'Assignee' },
  { of: 'tag', name: 'Tag' },
  { of: 'range', name: 'Time' },
];

/** Back to what is open; sort and cursor stay. */
export const defaultFilter: SearchChange = {
  status: null,
  severity: null,
  system: null,
  product: null,
  assignee: null,
  tag: null,
  range: null,
  time: null,
  q: null,
};

export function FilterBar({ onLeave, ...props }: FilterPanelProps & { onLeave: () => void }) {
  const { search, onChange } = props;
  const texts = new Map(filterWords(search).map(({ name, text }) => [name, text]));
  const isDefault = printIncidentsSearch({ ...search, row: null, sort: null }) === '';
  return (
    <search aria-label="Filter incidents" className="flex flex-wrap items-center gap-1.5 border-b px-4 py-1.5">
      <SearchField value={search.q} onChange={(q) => onChange({ q })} onLeave={onLeave} />
      {/* On a narrow screen the chips are one line that scrolls, so that rows keep the room. */}
      <div className="flex gap-1.5 max-sm:-mx-4 max-sm:max-w-screen max-sm:overflow-x-auto max-sm:px-4 max-sm:py-0.5 sm:contents">
        {chips.map(({ of, name }) => (
          <FilterChip key={of} name={name} text={of === 'range' ? rangeText(search.range) : (texts.get(of) ?? null)}>
            {(close) => <FilterPanel {...props} of={of} close={close} />}
          </FilterChip>
        ))}
        {isDefault ? null : (
          <Button tone="quiet" onClick={() => onChange(defaultFilter)}>
            Reset
          </Button>
        )}
      </div>
    </search>
  );
}
