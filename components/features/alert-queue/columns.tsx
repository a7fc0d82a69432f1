/** The columns of the alert queue. Cells that can be changed are buttons outside of the tab order: keys do the same (s, a, e). */
import Link from 'next/link';
import { incidentShort, urgentSync } from '@/components/features/alert-queue/alert-words';
import type { GridColumn } from '@/components/grid/grid-column';
import { alertSystemWords } from '@/components/vocabulary/alert-noun';
import { AlertStatusMark } from '@/components/vocabulary/alert-status';
import { alertStatusWords } from '@/components/vocabulary/alert-status-words';
import { detectionSourceWord } from '@/components/vocabulary/detection-source-words';
import { productWords } from '@/components/vocabulary/product-words';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { verdictLine } from '@/components/vocabulary/verdict-words';
import type { AlertField, AlertRow } from '@/lib/domain/alert/alert-row';
import { visibleText } from '@/lib/domain/text/visible';
import { incidentPath } from '@/lib/routes/paths';

type Column = GridColumn<AlertRow>;

const nothing = <span className="text-faint">–</span>;

function Editable({ field, label, children }: { field: AlertField; label: string; children: React.ReactNode }) {
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

/** The first of several, and how many more there are. */
function FirstOf({ words }: { words: readonly string[] }) {
  const [first] = words;
  if (first === undefined) return nothing;
  return (
    <span className="truncate text-muted" title={words.map(visibleText).join('\n')}>
      <UntrustedText text={first} />
      {words.length > 1 ? <span className="text-faint"> +{words.length - 1}</span> : null}
    </span>
  );
}

const severity: Column = {
  id: 'severity',
  header: 'Severity',
  width: 116,
  sortable: true,
  cell: (alert) => <SeverityMark severity={alert.severity} />,
  text: (alert) => severityWords[alert.severity],
};

const title: Column = {
  id: 'title',
  header: 'Alert',
  width: 320,
  minWidth: 160,
  grow: true,
  sortable: true,
  cell: (alert) => (
    <span className="truncate" title={visibleText(alert.title)}>
      <UntrustedText text={alert.title} />
    </span>
  ),
  text: (alert) => visibleText(alert.title),
};

const status: Column = {
  id: 'status',
  header: 'Status',
  width: 124,
  sortable: true,
  cell: (alert) => (
    <Editable field="status" label={`Status ${alertStatusWords[alert.status]}, change`}>
      <AlertStatusMark status={alert.status} />
      <SyncMark sync={alert.sync.status} />
    </Editable>
  ),
  text: (alert) => alertStatusWords[alert.status],
};

const assignee: Column = {
  id: 'assignee',
  header: 'Assignee',
  width: 132,
  sortable: true,
  cell: (alert) => (
    <Editable field="assignee" label={`Assignee ${alert.assignee ?? 'nobody'}, change`}>
      {alert.assignee === null ? (
        <span className="text-faint">Unassigned</span>
      ) : (
        <span className="truncate" title={visibleText(alert.assignee)}>
          <UntrustedText text={alert.assignee} />
        </span>
      )}
      <SyncMark sync={alert.sync.assignee} />
    </Editable>
  ),
  text: (alert) => alert.assignee ?? '',
};

const source: Column = {
  id: 'source',
  header: 'Service source',
  hint: 'The product that raised the alert',
  width: 116,
  sortable: true,
  cell: (alert) => (
    <span className="truncate text-muted" title={productWords[alert.product].name}>
      {productWords[alert.product].short}
    </span>
  ),
  text: (alert) => productWords[alert.product].name,
};

const detection: Column = {
  id: 'detection',
  header: 'Detection source',
  hint: 'What in the product detected it',
  width: 138,
  sortable: true,
  cell: (alert) =>
    alert.detectionSource === null ? (
      nothing
    ) : (
      <span className="truncate text-muted">{detectionSourceWord(alert.detectionSource)}</span>
    ),
  text: (alert) => alert.detectionSource ?? '',
};

const incident: Column = {
  id: 'incident',
  header: 'Incident',
  width: 92,
  sortable: true,
  mono: true,
  cell: ({ incidentKey }) =>
    incidentKey === null ? (
      nothing
    ) : (
      <Link href={incidentPath(incidentKey)} prefetch={false} tabIndex={-1} className="text-muted hover:underline">
        {incidentShort(incidentKey)}
      </Link>
    ),
  text: ({ incidentKey }) => incidentKey ?? '',
};

function listColumn(
  id: string,
  header: string,
  width: number,
  read: (alert: AlertRow) => readonly string[],
  more: Partial<Column> = {},
): Column {
  return {
    id,
    header,
    width,
    cell: (alert) => <FirstOf words={read(alert)} />,
    text: (alert) => read(alert).map(visibleText).join(', '),
    ...more,
  };
}

function timeColumn(id: string, header: string, read: (alert: AlertRow) => string, hidden: boolean): Column {
  return {
    id,
    header,
    width: 112,
    sortable: true,
    hidden,
    cell: (alert) => (
      <span className="text-muted">
        <Timestamp at={read(alert)} name={header} />
      </span>
    ),
    text: read,
  };
}

const system: Column = {
  id: 'system',
  header: 'System',
  hint: 'Shown by Defender, or known to the workspace alone',
  width: 108,
  hidden: true,
  cell: (alert) => <span className="text-muted">{alertSystemWords[alert.system]}</span>,
  text: (alert) => alertSystemWords[alert.system],
};

const verdict: Column = {
  id: 'verdict',
  header: 'Verdict',
  width: 150,
  hidden: true,
  sortable: true,
  cell: (alert) =>
    alert.verdict === null ? nothing : <span className="truncate text-muted">{verdictLine(alert.verdict)}</span>,
  text: (alert) => (alert.verdict === null ? '' : verdictLine(alert.verdict)),
};

const sync: Column = {
  id: 'sync',
  header: 'Sync',
  hint: 'Whether a change has reached Defender',
  width: 92,
  hidden: true,
  cell: (alert) => <SyncMark sync={urgentSync(alert)} word />,
  text: (alert) => urgentSync(alert)?.state ?? '',
};

const id: Column = {
  id: 'id',
  header: 'ID',
  width: 180,
  hidden: true,
  mono: true,
  cell: (alert) => <span className="truncate text-muted">{alert.id}</span>,
  text: (alert) => alert.id,
};

export const alertColumns: readonly Column[] = [
  severity,
  title,
  status,
  assignee,
  source,
  detection,
  incident,
  listColumn('user', 'Users', 150, (alert) => alert.users, { sortable: true }),
  listColumn('device', 'Devices', 130, (alert) => alert.devices, { sortable: true }),
  listColumn('tactic', 'Tactics', 132, (alert) => alert.tactics.map(tacticWord)),
  timeColumn('updated', 'Updated', (alert) => alert.updatedAt, false),
  listColumn('technique', 'Techniques', 96, (alert) => alert.techniques, { hidden: true, mono: true }),
  timeColumn('created', 'Created', (alert) => alert.createdAt, true),
  timeColumn('first', 'First activity', (alert) => alert.firstActivityAt, true),
  timeColumn('activity', 'Last activity', (alert) => alert.lastActivityAt, true),
  verdict,
  system,
  sync,
  id,
];
