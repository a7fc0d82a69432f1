/** The columns of the queue. Cells that can be changed are buttons outside of the tab order: keys do the same (s, a, e). */
import Link from 'next/link';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import {
  AlertCount,
  ChangedMark,
  PriorityMark,
  ResponseMark,
  SystemCell,
} from '@/components/features/incident-queue/marks';
import { mostUrgentSync } from '@/components/features/incident-queue/sync-summary';
import type { GridColumn } from '@/components/grid/grid-column';
import { Badge } from '@/components/ui/badge';
import { PersonName } from '@/components/vocabulary/person';
import { priorityScoreOf } from '@/components/vocabulary/priority-words';
import { ProductMarks } from '@/components/vocabulary/product-marks';
import { productWords } from '@/components/vocabulary/product-words';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import { StatusMark, statusWords } from '@/components/vocabulary/status';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { systemsText } from '@/components/vocabulary/system-mark';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { priorityMoment } from '@/components/vocabulary/use-incident-noun';
import { verdictLine } from '@/components/vocabulary/verdict-words';
import type { Incident } from '@/lib/domain/incident/incident';
import { responseDueMs } from '@/lib/domain/incident/response-time';
import { visibleText } from '@/lib/domain/text/visible';
import { serverNow } from '@/lib/queries/server-clock';
import { incidentPath } from '@/lib/routes/paths';

type Column = GridColumn<Incident>;

function productNamesOf({ products: sources }: Incident): string[] {
  return sources.map((product) => productWords[product].name);
}

function Editable({ field, label, children }: { field: string; label: string; children: React.ReactNode }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      data-edit={field}
      aria-label={label}
      aria-haspopup="menu"
      className="-mx-1.5 flex h-6 max-w-full min-w-0 items-center gap-1.5 rounded-small px-1.5 hover:bg-pressed"
    >
      {children}
    </button>
  );
}

const severity: Column = {
  id: 'severity',
  header: 'Severity',
  width: 136,
  sortable: true,
  cell: (incident) => (
    <Editable field="severity" label={`Severity ${severityWords[incident.severity]}, change`}>
      <SeverityMark severity={incident.severity} />
      <SyncMark sync={incident.sync.severity} />
    </Editable>
  ),
  text: (incident) => severityWords[incident.severity],
};

const id: Column = {
  id: 'id',
  header: 'ID',
  width: 76,
  sortable: true,
  mono: true,
  cell: (incident) => <span className="text-muted">{incidentName(incident)}</span>,
  text: (incident) => incident.defender?.id ?? String(incident.sentinel?.number ?? incident.key),
};

const title: Column = {
  id: 'title',
  header: 'Incident',
  width: 300,
  minWidth: 160,
  grow: true,
  sortable: true,
  cell: (incident) => (
    <>
      <ChangedMark incident={incident} />
      <Link
        href={incidentPath(incident.key)}
        prefetch={false}
        tabIndex={-1}
        className="truncate hover:underline"
        title={visibleText(incident.title)}
      >
        <UntrustedText text={incident.title} />
      </Link>
    </>
  ),
  text: (incident) => visibleText(incident.title),
};

const status: Column = {
  id: 'status',
  header: 'Status',
  width: 128,
  sortable: true,
  cell: (incident) => (
    <Editable field="status" label={`Status ${statusWords[incident.status]}, change`}>
      <StatusMark status={incident.status} />
      <SyncMark sync={incident.sync.status} />
    </Editable>
  ),
  text: (incident) => statusWords[incident.status],
};

const assignee: Column = {
  id: 'assignee',
  header: 'Assignee',
  width: 132,
  sortable: true,
  cell: (incident) => (
    <Editable field="assignee" label={`Assignee ${incident.assignee?.name ?? 'nobody'}, change`}>
      <PersonName person={incident.assignee} />
      <SyncMark sync={incident.sync.assignee} />
    </Editable>
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
  text: (incident) => incident.products.map((product) => productWords[product].name).join(', '),
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
  cell: (incident) => {
    const words = incident.tactics.map(tacticWord);
    const [first] = words;
    if (first === undefined) return <span className="text-faint">–</span>;
    return (
      <span className="truncate text-muted" title={words.join(' → ')}>
        {first}
        {words.length > 1 ? <span className="text-faint"> +{words.length - 1}</span> : null}
      </span>
    );
  },
  text: (incident) => incident.tactics.join(', '),
};

const tags: Column = {
  id: 'tags',
  header: 'Tags',
  width: 130,
  cell: (incident) => (
    <span className="flex min-w-0 gap-1" title={incident.tags.map((tag) => visibleText(tag.name)).join('\n')}>
      {incident.tags.slice(0, 2).map((tag) => (
        <Badge key={`${tag.origin} ${tag.name}`}>
          <UntrustedText text={tag.name} />
        </Badge>
      ))}
      {incident.tags.length > 2 ? <span className="text-faint text-small">+{incident.tags.length - 2}</span> : null}
    </span>
  ),
  text: (incident) => incident.tags.map((tag) => visibleText(tag.name)).join(', '),
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
  width: 104,
  cell: (incident) => <ResponseMark incident={incident} />,
  text: (incident) => {
    const dueMs = responseDueMs(incident);
    return dueMs === null ? '' : new Date(dueMs).toISOString();
  },
};

const provider: Column = {
  id: 'provider',
  header: 'Provider',
  hint: 'Sentinel’s incident provider',
  width: 118,
  hidden: true,
  cell: (incident) => (
    <span className="truncate text-muted">
      <UntrustedText text={incident.sentinel?.providerName ?? '–'} />
    </span>
  ),
  text: (incident) => incident.sentinel?.providerName ?? '',
};

const productNames: Column = {
  id: 'productNames',
  header: 'Alert product names',
  width: 220,
  hidden: true,
  cell: (incident) => (
    <span className="truncate text-muted" title={productNamesOf(incident).join('\n')}>
      {productNamesOf(incident).join(', ')}
    </span>
  ),
  text: (incident) => productNamesOf(incident).join(', '),
};

const verdict: Column = {
  id: 'verdict',
  header: 'Verdict',
  width: 190,
  hidden: true,
  cell: (incident) =>
    incident.verdict === null ? (
      <span className="text-faint">–</span>
    ) : (
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate">{verdictLine(incident.verdict)}</span>
        <SyncMark sync={incident.sync.verdict} />
      </span>
    ),
  text: (incident) => (incident.verdict === null ? '' : verdictLine(incident.verdict)),
};

const times = { updated: 'updatedAt', created: 'createdAt', activity: 'lastActivityAt' } as const;

function timeColumn(id: keyof typeof times, header: string, hidden: boolean): Column {
  const name = times[id];
  return {
    id,
    header,
    width: 112,
    sortable: true,
    hidden,
    cell: (incident) => (
      <span className="text-muted">
        <Timestamp at={incident[name]} name={header} />
      </span>
    ),
    text: (incident) => incident[name] ?? '',
  };
}

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

export const queueColumns: readonly Column[] = [
  severity,
  priority,
  id,
  title,
  status,
  assignee,
  response,
  alerts,
  products,
  timeColumn('updated', 'Updated', false),
  tactics,
  system,
  sync,
  { ...tags, hidden: true },
  verdict,
  provider,
  productNames,
  timeColumn('created', 'Created', true),
  timeColumn('activity', 'Last activity', true),
];
