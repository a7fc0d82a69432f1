/** The columns of the alert queue. */
import Link from 'next/link';
import { incidentShort, urgentSync } from '@/components/features/alert-queue/alert-words';
import { AssigneeName } from '@/components/features/alert-queue/assignee-name';
import type { GridColumn } from '@/components/grid/grid-column';
import {
  EditableCell,
  listColumn,
  noValue,
  QuietText,
  SeverityText,
  StatusText,
  timeColumn,
} from '@/components/queue/cells';
import { alertSystemWords } from '@/components/vocabulary/alert-noun';
import { alertStatusWords } from '@/components/vocabulary/alert-status-words';
import { detectionSourceWord } from '@/components/vocabulary/detection-source-words';
import { productWords } from '@/components/vocabulary/product-words';
import { severityWords } from '@/components/vocabulary/severity';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { verdictLine } from '@/components/vocabulary/verdict-words';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { visibleText } from '@/lib/domain/text/visible';
import { incidentPath } from '@/lib/routes/paths';

type Column = GridColumn<AlertRow>;

const severity: Column = {
  id: 'severity',
  header: 'Severity',
  width: 132,
  sortable: true,
  cell: (alert) => <SeverityText severity={alert.severity} />,
  text: (alert) => severityWords[alert.severity],
};

const title: Column = {
  id: 'title',
  header: 'Alert',
  width: 320,
  minWidth: 160,
  grow: true,
  sortable: true,
  cell: (alert) => <UntrustedText text={alert.title} title={visibleText(alert.title)} />,
  text: (alert) => visibleText(alert.title),
};

const status: Column = {
  id: 'status',
  header: 'Status',
  width: 134,
  sortable: true,
  cell: (alert) => (
    <EditableCell field="status" label={`Status ${alertStatusWords[alert.status]}, change`} sync={alert.sync.status}>
      {alert.status === 'unknown' ? (
        <span className="text-faint">{alertStatusWords.unknown}</span>
      ) : (
        <StatusText status={alert.status} word={alertStatusWords[alert.status]} />
      )}
    </EditableCell>
  ),
  text: (alert) => alertStatusWords[alert.status],
};

const assignee: Column = {
  id: 'assignee',
  header: 'Assignee',
  width: 132,
  sortable: true,
  cell: (alert) => (
    <EditableCell field="assignee" label={`Assignee ${alert.assignee ?? 'nobody'}, change`} sync={alert.sync.assignee}>
      <AssigneeName alert={alert} />
    </EditableCell>
  ),
  text: (alert) => alert.assignee ?? '',
};

const source: Column = {
  id: 'source',
  header: 'Service source',
  hint: 'The product that raised the alert',
  width: 116,
  sortable: true,
  cell: ({ product }) => <QuietText text={productWords[product].short} title={productWords[product].name} />,
  text: (alert) => productWords[alert.product].name,
};

const detection: Column = {
  id: 'detection',
  header: 'Detection source',
  hint: 'What in the product detected it',
  width: 138,
  sortable: true,
  cell: (alert) =>
    alert.detectionSource === null ? noValue : <QuietText text={detectionSourceWord(alert.detectionSource)} />,
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
      noValue
    ) : (
      <Link href={incidentPath(incidentKey)} prefetch={false} tabIndex={-1} className="text-muted hover:underline">
        {incidentShort(incidentKey)}
      </Link>
    ),
  text: ({ incidentKey }) => incidentKey ?? '',
};

const system: Column = {
  id: 'system',
  header: 'System',
  hint: 'Shown by Defender, or known to the workspace alone',
  width: 108,
  hidden: true,
  cell: (alert) => <QuietText text={alertSystemWords[alert.system]} />,
  text: (alert) => alertSystemWords[alert.system],
};

const verdict: Column = {
  id: 'verdict',
  header: 'Verdict',
  width: 150,
  hidden: true,
  sortable: true,
  cell: (alert) => (alert.verdict === null ? noValue : <QuietText text={verdictLine(alert.verdict)} />),
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
  cell: (alert) => <QuietText text={alert.id} />,
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
  timeColumn('updated', 'Updated', ({ updatedAt }) => updatedAt),
  listColumn('technique', 'Techniques', 96, (alert) => alert.techniques, { hidden: true, mono: true }),
  timeColumn('created', 'Created', ({ createdAt }) => createdAt, { hidden: true }),
  timeColumn('first', 'First activity', ({ firstActivityAt }) => firstActivityAt, { hidden: true }),
  timeColumn('activity', 'Last activity', ({ lastActivityAt }) => lastActivityAt, { hidden: true }),
  verdict,
  system,
  sync,
  id,
];
