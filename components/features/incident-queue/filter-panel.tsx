/** What a filter chip shows when it is opened. Loaded with the first chip that is. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { FacetPicker } from '@/components/features/incident-queue/facet-picker';
import type { Facet } from '@/components/features/incident-queue/facets';
import { TimePicker } from '@/components/features/incident-queue/time-picker';
import type { SearchChange } from '@/components/features/incident-queue/use-search';
import { productWords } from '@/components/vocabulary/product-words';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import { StatusMark, statusWords } from '@/components/vocabulary/status';
import { systemWords } from '@/components/vocabulary/system-words';
import { type Assignee, type Incident, incidentStatuses, severities } from '@/lib/domain/incident/incident';
import { products, systems } from '@/lib/domain/source/source';
import { visibleText } from '@/lib/domain/text/visible';
import { peopleQueries } from '@/lib/queries/people';
import type { IncidentsSearch } from '@/lib/routes/incidents-search';

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

export type FilterPanelProps = {
  search: IncidentsSearch;
  onChange: (change: SearchChange) => void;
  incidents: readonly Incident[];
  me: Assignee | null;
};

function PeoplePicker(props: FilterPanelProps) {
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

export function FilterPanel({ of, close, ...props }: FilterPanelProps & { of: Facet | 'range'; close: () => void }) {
  const { search, onChange } = props;
  switch (of) {
    case 'status':
      return (
        <FacetPicker {...props} facet="status" label="Status" chosen={search.status} options={() => statusOptions} />
      );
    case 'severity':
      return (
        <FacetPicker
          {...props}
          facet="severity"
          label="Severity"
          chosen={search.severity}
          options={() => severityOptions}
        />
      );
    case 'system':
      return (
        <FacetPicker {...props} facet="system" label="System" chosen={search.system} options={() => systemOptions} />
      );
    case 'product':
      return (
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
      );
    case 'assignee':
      return <PeoplePicker {...props} />;
    case 'tag':
      return (
        <FacetPicker
          {...props}
          facet="tag"
          label="Tag"
          chosen={search.tag}
          options={(counts) => byCount(counts, search.tag).map((value) => ({ value, label: visibleText(value) }))}
        />
      );
    case 'range':
      return <TimePicker search={search} onChange={onChange} close={close} />;
  }
}
