/** One entity of the incident: how bad, in which part, what was done, where it appears; opens into all its properties. */
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { FactTable } from '@/components/features/incident-page/entities/entity-facts';
import { type OpeningRow, useOpeningRow } from '@/components/features/incident-page/use-opening-row';
import { Button } from '@/components/ui/button';
import { CopyButton, copyText } from '@/components/ui/copy-button';
import { EntityIcon } from '@/components/vocabulary/entity-icon';
import { entityWords } from '@/components/vocabulary/entity-words';
import { EvidenceVerdict } from '@/components/vocabulary/evidence-verdict';
import { roleWord } from '@/components/vocabulary/evidence-words';
import { HuntLink } from '@/components/vocabulary/hunt-link';
import { Remediation } from '@/components/vocabulary/remediation';
import { SeverityMark } from '@/components/vocabulary/severity';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Alert } from '@/lib/domain/alert/alert';
import type { AlertWindow } from '@/lib/domain/alert/alert-window';
import type { IncidentEntity } from '@/lib/domain/entity/entity';
import { defang } from '@/lib/domain/text/defang';

/** The heading over the rows uses the same columns. */
export const entityColumns =
  'grid grid-cols-[minmax(0,1fr)_6rem] items-center gap-x-4 md:grid-cols-[minmax(0,1fr)_10rem_9rem_10rem_5rem_6rem]';

function Appearances({ alerts, onOpen }: { alerts: readonly Alert[]; onOpen: (alert: Alert) => void }) {
  if (alerts.length === 0) return <p className="text-muted">Sentinel lists it without tying it to an alert.</p>;
  return (
    <ul>
      {alerts.map((alert) => (
        <li key={alert.id}>
          <button
            type="button"
            onClick={() => onOpen(alert)}
            className="flex min-h-6 max-w-full items-center gap-1.5 rounded-small text-left text-accent hover:underline"
          >
            <SeverityMark severity={alert.severity} word={false} />
            <span className="truncate">
              <UntrustedText text={alert.title} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function EntityRow({
  entity,
  alerts,
  cursor,
  open,
  window,
  onToggle,
  onOpenAlert,
}: OpeningRow & {
  entity: IncidentEntity;
  /** The alerts it appears in. */
  alerts: readonly Alert[];
  window: AlertWindow | null;
  onOpenAlert: (alert: Alert) => void;
}) {
  const row = useOpeningRow({ cursor, open, onToggle });
  const kind = entityWords[entity.kind].one;
  return (
    <article {...row.article} className={clsx('border-b', open && 'bg-panel')}>
      <div className={clsx(entityColumns, 'min-h-(--row-height) px-4 hover:bg-hover')}>
        <div {...row.title} className="min-w-0">
          <button
            type="button"
            {...row.button}
            className="flex min-h-7 w-full items-center gap-1.5 rounded-small text-left"
          >
            <ChevronRight aria-hidden className={clsx('size-4 shrink-0 text-faint', open && 'rotate-90')} />
            <EntityIcon kind={entity.kind} />
            <span className="sr-only">{kind} </span>
            <span className={clsx('min-w-0', open ? 'break-all' : 'truncate')}>
              <UntrustedText text={entity.label} />
            </span>
          </button>
        </div>
        <span className="flex items-center max-md:hidden">
          <EvidenceVerdict verdict={entity.verdict} />
        </span>
        <span className="truncate max-md:hidden">
          <Remediation remediation={entity.remediation} />
        </span>
        <span className="truncate text-muted max-md:hidden">{entity.roles.map(roleWord).join(', ') || '–'}</span>
        <span className="text-muted max-md:hidden">{alerts.length === 1 ? '1 alert' : `${alerts.length} alerts`}</span>
        <span className="flex items-center justify-end">
          <CopyButton text={defang(entity.label)} label={`Copy ${kind} defanged`} />
          <HuntLink entity={entity} window={window} />
        </span>
      </div>
      {open ? (
        <div {...row.detail} className="grid gap-x-10 gap-y-3 px-4 pt-1 pb-4 md:pl-10 lg:grid-cols-2">
          <section className="md:hidden">
            <EvidenceVerdict verdict={entity.verdict} /> · <Remediation remediation={entity.remediation} /> ·{' '}
            {entity.roles.map(roleWord).join(', ') || 'no role'}
          </section>
          <section>
            <p className="text-muted">Properties</p>
            {entity.facts.length === 0 ? <p className="text-faint">None told.</p> : <FactTable facts={entity.facts} />}
            <div className="mt-2 flex gap-2">
              <Button size="small" onClick={() => void copyText(defang(entity.label))}>
                Copy defanged
              </Button>
              <Button size="small" onClick={() => void copyText(entity.label)}>
                Copy raw
              </Button>
            </div>
          </section>
          <section className="min-w-0">
            <p className="text-muted">Appears in</p>
            <Appearances alerts={alerts} onOpen={onOpenAlert} />
          </section>
        </div>
      ) : null}
    </article>
  );
}
