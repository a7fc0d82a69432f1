/** What stands over the rows: heading, filter, and the selection when there is one. */

import type { EditedField } from '@/components/features/incident-queue/acts/use-editing';
import { FilterBar } from '@/components/features/incident-queue/filter-bar';
import type { Waiting } from '@/components/features/incident-queue/held-order';
import { QueueHeading } from '@/components/features/incident-queue/queue-heading';
import { SelectionBar } from '@/components/features/incident-queue/selection-bar';
import type { SearchChange } from '@/components/features/incident-queue/use-search';
import { ColumnsMenu } from '@/components/grid/columns-menu';
import type { ColumnLayout } from '@/components/grid/use-column-layout';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import type { IncidentsSearch } from '@/lib/routes/incidents-search';

export function QueueToolbar(props: {
  rows: readonly Incident[] | undefined;
  incidents: readonly Incident[];
  waiting: Waiting;
  onShow: () => void;
  search: IncidentsSearch;
  onChange: (change: SearchChange) => void;
  me: Assignee | null;
  onLeave: () => void;
  selected: number;
  onEdit: (field: EditedField) => void;
  onAssignToMe: () => void;
  onClearSelection: () => void;
  layout: ColumnLayout<Incident>;
}) {
  const { rows, incidents, search, onChange, me } = props;
  return (
    <>
      <QueueHeading rows={rows} total={incidents.length} waiting={props.waiting} onShow={props.onShow}>
        <ColumnsMenu layout={props.layout} />
      </QueueHeading>
      <FilterBar search={search} onChange={onChange} incidents={incidents} me={me} onLeave={props.onLeave} />
      <SelectionBar
        count={props.selected}
        onEdit={props.onEdit}
        onAssignToMe={me === null ? undefined : props.onAssignToMe}
        onClear={props.onClearSelection}
      />
    </>
  );
}
