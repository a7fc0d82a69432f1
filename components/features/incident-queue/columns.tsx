/** The columns of the incident queue. */
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import { hiddenColumns, productNamesOf } from '@/components/features/incident-queue/hidden-columns';
import {
  AlertCount,
  ChangedMark,
  PriorityMark,
  ResponseMark,
  SystemCell,
} from '@/components/features/incident-queue/marks';
import { mostUrgentSync } from '@/components/features/incident-queue/sync-summary';
import type { GridColumn } from '@/components/grid/grid-column';
import { EditableCell, FirstOf, SeverityText, StatusText, timeColumn } from '@/components/queue/cells';
import { PersonName } from '@/components/vocabulary/person';
import { priorityScoreOf } from '@/components/vocabulary/priority-words';
import { ProductMarks } from '@/components/vocabulary/product-marks';
import { severityWords } from '@/components/vocabulary/severity';
import { statusWords } from '@/components/vocabulary/status';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { systemsText } from '@/components/vocabulary/system-mark';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { priorityMoment } from '@/components/vocabulary/use-incident-noun';
import type { Incident } from '@/lib/domain/incident/incident';
import { responseDueMs } from '@/lib/domain/incident/response-time';
import { visibleText } from '@/lib/domain/text/visible';
import { serverNow } from '@/lib/queries/server-clock';
import { incidentPath } from '@/lib/routes/paths';

type Column = GridColumn<Incident>;

const severity: Column = {
  id: 'severity',
  header: 'Severity',
  width: 132,
  sortable: true,
  cell: (incident) => (
    <EditableCell
      field="severity"
      label={`Severity ${severityWords[incident.severity]}, change`}
      sync={incident.sync.severity}
    >
      <SeverityText severity={incident.severity} />
    </EditableCell>
  ),
  text: (incident) => severityWords[incident.severity],
};

const id: Column = {
  id: 'id',
  header: 'ID',
  width: 76,
  sortable: true,
  mono: true,
  tone: 'muted',
  cell: incidentName,
  text: (incident) => incident.defender?.id ?? String(incident.sentinel?.number ?? incident.key),
};

const title: Column = {
  id: 'title',
  header: 'Incident',
  width: 344,
  minWidth: 160,
  grow: true,
  sortable: true,
  cell: (incident) => (
    <>
      <ChangedMark incident={incident} />
      {/* The grid leads there: a Next link for every row would be the dearest thing in it. */}
      <a
        href={incidentPath(incident.key)}
        data-open
        tabIndex={-1}
        className="hover:underline"
        title={visibleText(incident.title)}
      >
        <UntrustedText text={incident.title} />
      </a>
    </>
  ),
  text: (incident) => visibleText(incident.title),
};

const status: Column = {
  id: 'status',
  header: 'Status',
  width: 134,
  sortable: true,
  cell: (incident) => (
    <EditableCell field="status" label={`Status ${statusWords[incident.status]}, change`} sync={incident.sync.status}>
      <StatusText status={incident.status} word={statusWords[incident.status]} />
    </EditableCell>
  ),
  text: (incident) => statusWords[incident.status],
};

const assignee: Column = {
  id: 'assignee',
  header: 'Assignee',
  width: 132,
  sortable: true,
  cell: (incident) => (
    <EditableCell
      field="assignee"
      label={`Assignee ${incident.assignee?.name ?? 'nobody'}, change`}
      sync={incident.sync.assignee}
    >
      <PersonName person={incident.assignee} />
    </EditableCell>
  ),
  text: (incident) => incident.assignee?.name ?? '',
};

const system: Column = {
  id: 'system',
  header: 'System',
  width: 210,
  cell: (incident) => <SystemCell incident={incident} />,
  text: systemsText,
};

const products: Column = {
  id: 'product',
  header: 'Sources',
  width: 142,
  cell: (incident) => <ProductMarks products={incident.products} most={3} />,
  text: (incident) => productNamesOf(incident).join(', '),
};

const alerts: Column = {
  id: 'alerts',
  header: 'Alerts',
  width: 112,
  align: 'end',
  sortable: true,
  cell: (incident) => <AlertCount incident={incident} />,
  text: (incident) => String(incident.alertCount),
};

const tactics: Column = {
  id: 'tactics',
  header: 'Tactics',
  width: 168,
  cell: (incident) => <FirstOf words={incident.tactics.map(tacticWord)} joint=" → " />,
  text: (incident) => incident.tactics.join(', '),
};

const priority: Column = {
  id: 'priority',
  header: 'Priority',
  hint: 'From 0 to 100: over 85 top, 15 to 85 medium, below 15 low. Defender’s score, raised by what makes waiting dangerous',
  width: 76,
  align: 'end',
  sortable: true,
  cell: (incident) => <PriorityMark incident={incident} />,
  text: (incident) => String(priorityScoreOf(incident, priorityMoment(serverNow()))),
};

const response: Column = {
  id: 'sla',
  header: 'Response',
  hint: 'How long it has waited for somebody to begin, and whether that is too long for its severity',
  width: 92,
  cell: (incident) => <ResponseMark incident={incident} />,
  text: (incident) => {
    const dueMs = responseDueMs(incident);
    return dueMs === null ? '' : new Date(dueMs).toISOString();
  },
};

const sync: Column = {
  id: 'sync',
  header: 'Sync',
  hint: 'Whether a change has reached both systems',
  width: 96,
  cell: (incident) => {
    const urgent = mostUrgentSync(incident);
    if (urgent !== null) return <SyncMark sync={urgent.sync} word />;
    const both = incident.defender !== null && incident.sentinel !== null;
    return <span className="text-faint text-small">{both ? 'In step' : 'One system'}</span>;
  },
  text: (incident) => mostUrgentSync(incident)?.sync.state ?? '',
};

export const incidentColumns: readonly Column[] = [
  severity,
  priority,
  id,
  title,
  status,
  assignee,
  response,
  alerts,
  products,
  timeColumn('updated', 'Updated', ({ updatedAt }) => updatedAt),
  tactics,
  system,
  sync,
  ...hiddenColumns,
];
