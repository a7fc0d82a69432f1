/** One alert of the story: when, what, who saw it, who and what was involved. Opens in its place. */
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { AlertDetail, type AlertDetailProps } from '@/components/features/incident-page/alerts/alert-detail';
import { LinkedLine } from '@/components/features/incident-page/alerts/linked-because';
import { durationWords } from '@/components/features/incident-page/story/duration-words';
import { type OpeningRow, useOpeningRow } from '@/components/features/incident-page/use-opening-row';
import { alertStatusWords } from '@/components/vocabulary/alert-status-words';
import { EntityChip } from '@/components/vocabulary/entity-chip';
import { productWords } from '@/components/vocabulary/product-words';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Alert } from '@/lib/domain/alert/alert';

/** Chips in a closed row; the opened one shows all evidence. */
const mostChips = 6;

function Involved({ alert }: { alert: Alert }) {
  const once = [...new Map(alert.evidence.map(({ entity }) => [entity.id, entity])).values()];
  if (once.length === 0) return null;
  return (
    <p className="mt-1 flex flex-wrap gap-1">
      {once.slice(0, mostChips).map((entity) => (
        <EntityChip key={entity.id} entity={entity} />
      ))}
      {once.length > mostChips ? (
        <span className="content-center text-faint text-small">+{once.length - mostChips} more</span>
      ) : null}
    </p>
  );
}

export function StoryRow({
  alert,
  incident,
  links,
  cursor,
  open,
  marked,
  window,
  onToggle,
}: AlertDetailProps &
  OpeningRow & {
    /** Whether the entity that was chosen takes part. */
    marked: boolean;
  }) {
  const row = useOpeningRow({ cursor, open, onToggle });
  const lastsMs = Date.parse(alert.lastActivityAt) - Date.parse(alert.firstActivityAt);
  return (
    <article
      {...row.article}
      className={clsx('relative grid grid-cols-[3.75rem_1.5rem_minmax(0,1fr)] pl-4', marked && 'bg-selected')}
    >
      <p className="pt-2 text-muted">
        <Timestamp at={alert.firstActivityAt} form="clock" name="First activity" />
      </p>
      <span className="relative flex justify-center pt-3" aria-hidden>
        <span className="absolute inset-y-0 left-[11px] w-px bg-line" />
        <span className="relative h-fit rounded-round bg-canvas py-0.5">
          <SeverityMark severity={alert.severity} word={false} />
        </span>
      </span>
      <div className="min-w-0 border-b pt-1 pr-4 pb-3 pl-1">
        <h3 {...row.title} className="font-medium">
          <button
            type="button"
            {...row.button}
            className="-ml-1 inline-flex min-h-7 max-w-full items-start gap-1 rounded-small px-1 py-1 text-left hover:bg-hover"
          >
            <span className="min-w-0 break-words">
              <span className="sr-only">{severityWords[alert.severity]} severity: </span>
              <UntrustedText text={alert.title} />
            </span>
            <ChevronRight aria-hidden className={clsx('mt-0.5 size-4 shrink-0 text-faint', open && 'rotate-90')} />
          </button>
        </h3>
        <p className="mt-0.5 text-muted">
          {[
            productWords[alert.product].name,
            ...alert.tactics.map(tacticWord),
            lastsMs >= 60_000 ? `lasted ${durationWords(lastsMs)}` : null,
            alert.status === 'new' ? null : alertStatusWords[alert.status],
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {open ? (
          <div {...row.detail} className="mt-3">
            <AlertDetail alert={alert} incident={incident} links={links} window={window} />
          </div>
        ) : (
          <>
            <LinkedLine alert={alert} links={links} />
            <Involved alert={alert} />
          </>
        )}
      </div>
    </article>
  );
}
