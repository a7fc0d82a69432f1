/** The columns of the incident queue that are hidden until somebody chooses them. */
import type { GridColumn } from '@/components/grid/grid-column';
import { noValue, QuietText, timeColumn } from '@/components/queue/cells';
import { Badge } from '@/components/ui/badge';
import { productWords } from '@/components/vocabulary/product-words';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { verdictLine } from '@/components/vocabulary/verdict-words';
import type { Incident } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

type Column = GridColumn<Incident>;

export function productNamesOf({ products: raisedBy }: Incident): string[] {
  return raisedBy.map((product) => productWords[product].name);
}

const tags: Column = {
  id: 'tags',
  header: 'Tags',
  width: 130,
  hidden: true,
  cell: (incident) => (
    <span
      className="inline-flex max-w-full min-w-0 gap-1 align-middle"
      title={incident.tags.map((tag) => visibleText(tag.name)).join('\n')}
    >
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

const provider: Column = {
  id: 'provider',
  header: 'Provider',
  hint: 'Sentinel’s incident provider',
  width: 118,
  hidden: true,
  cell: ({ sentinel }) => (sentinel === null ? noValue : <QuietText text={sentinel.providerName} />),
  text: (incident) => incident.sentinel?.providerName ?? '',
};

const productNames: Column = {
  id: 'productNames',
  header: 'Alert product names',
  width: 220,
  hidden: true,
  cell: (incident) => (
    <QuietText text={productNamesOf(incident).join(', ')} title={productNamesOf(incident).join('\n')} />
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
      noValue
    ) : (
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate">{verdictLine(incident.verdict)}</span>
        <SyncMark sync={incident.sync.verdict} />
      </span>
    ),
  text: (incident) => (incident.verdict === null ? '' : verdictLine(incident.verdict)),
};

export const hiddenColumns: readonly Column[] = [
  tags,
  verdict,
  provider,
  productNames,
  timeColumn('created', 'Created', ({ createdAt }) => createdAt, { hidden: true }),
  timeColumn('activity', 'Last activity', ({ lastActivityAt }) => lastActivityAt, { hidden: true }),
];
