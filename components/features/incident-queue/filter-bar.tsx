/** The chips over the queue. Each opens its list with counts; everything chosen is in the address. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { FacetPicker } from '@/components/features/incident-queue/facet-picker';
import { FilterChip } from '@/components/features/incident-queue/filter-chip';
import { filterWords, rangeText } from '@/components/features/incident-queue/filter-words';
import { SearchField } from '@/components/features/incident-queue/search-field';
import { TimePicker } from '@/components/features/incident-queue/time-picker';
import type { SearchChange } from '@/components/features/incident-queue/use-search';
import { Button } from '@/components/ui/button';
import { productWords } from '@/components/vocabulary/product-words';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import { StatusMark, statusWords } from '@/components/vocabulary/status';
import { systemWords } from '@/components/vocabulary/system-words';
import { type Assignee, type Incident, incidentStatuses, severities } from '@/lib/domain/incident/incident';
import { products, systems } from '@/lib/domain/source/source';
import { visibleText } from '@/lib/domain/text/visible';
import { peopleQueries } from '@/lib/queries/people';
import { type IncidentsSearch, printIncidentsSearch } from '@/lib/routes/incidents-search';

const statusOptions = incidentStatuses.map((value) => ({
  value,
  label: statusWords[value],
  mark: <StatusMark status={value} word={false} />,
}));
const severityOptions = severities
  .filter((value) => value !== 'unknown')
  .map((value) => ({ value, label: severityWords[value], mark: <SeverityMark severity={value} word={false} /> }));
const systemOptions = systems.map((value) => ({ value, label: systemWords[value] }));

/** Values by how many incidents they would give, chosen ones included even if none. */
function byCount(counts: ReadonlyMap<string, number>, chosen: readonly string[]): string[] {
  const values = new Set([...counts.keys(), ...chosen]);
  return [...values].sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0));
}

type BarProps = {
  search: IncidentsSearch;
  onChange: (change: SearchChange) => void;
  incidents: readonly Incident[];
  me: Assignee | null;
  onLeave: () => void;
};

function PeoplePicker(props: BarProps) {
  const { data: people = [] } = useQuery(peopleQueries.assignable());
  const names = new Map(people.map((person) => [person.name.toLowerCase(), person.displayName ?? person.name]));
  return (
    <FacetPicker
      {...props}
      facet="assignee"
      label="Assignee"
      chosen={props.search.assignee}
      options={(counts) => [
        { value: 'me', label: 'Me' },
        { value: 'unassigned', label: 'Unassigned' },
        ...byCount(counts, props.search.assignee)
          .filter((name) => name !== 'me' && name !== 'unassigned' && name !== props.me?.name.toLowerCase())
          .map((name) => ({ value: name, label: visibleText(names.get(name) ?? name) })),
      ]}
    />
  );
}

export function FilterBar(props: BarProps) {
  const { search, onChange } = props;
  const texts = new Map(filterWords(search).map(({ name, text }) => [name, text]));
  const textOf = (name: keyof IncidentsSearch) => texts.get(name) ?? null;
  const isDefault = printIncidentsSearch({ ...search, row: null, sort: null }) === '';
  return (
    <search aria-label="Filter incidents" className="flex flex-wrap items-center gap-1.5 border-b px-4 py-1.5">
      <SearchField value={search.q} onChange={(q) => onChange({ q })} onLeave={props.onLeave} />
      <FilterChip name="Status" text={textOf('status')}>
        {() => (
          <FacetPicker {...props} facet="status" label="Status" chosen={search.status} options={() => statusOptions} />
        )}
      </FilterChip>
      <FilterChip name="Severity" text={textOf('severity')}>
        {() => (
          <FacetPicker
            {...props}
            facet="severity"
            label="Severity"
            chosen={search.severity}
            options={() => severityOptions}
          />
        )}
      </FilterChip>
      <FilterChip name="System" text={textOf('system')}>
        {() => (
          <FacetPicker {...props} facet="system" label="System" chosen={search.system} options={() => systemOptions} />
        )}
      </FilterChip>
      <FilterChip name="Source" text={textOf('product')}>
        {() => (
          <FacetPicker
            {...props}
            facet="product"
            label="Source"
            chosen={search.product}
            options={(counts) =>
              products
                .filter((value) => counts.has(value) || search.product.includes(value))
                .map((value) => ({ value, label: productWords[value].name }))
            }
          />
        )}
      </FilterChip>
      <FilterChip name="Assignee" text={textOf('assignee')}>
        {() => <PeoplePicker {...props} />}
      </FilterChip>
      <FilterChip name="Tag" text={textOf('tag')}>
        {() => (
          <FacetPicker
            {...props}
            facet="tag"
            label="Tag"
            chosen={search.tag}
            options={(counts) => byCount(counts, search.tag).map((value) => ({ value, label: visibleText(value) }))}
          />
        )}
      </FilterChip>
      <FilterChip name="Time" text={rangeText(search.range)}>
        {(close) => <TimePicker search={search} onChange={onChange} close={close} />}
      </FilterChip>
      {isDefault ? null : (
        <Button tone="quiet" onClick={() => onChange(defaultFilter)}>
          Reset
        </Button>
      )}
    </search>
  );
}

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
