/** One alert as a line of the list; opens in its place. */
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { AlertDetail, type AlertDetailProps } from '@/components/features/incident-page/alerts/alert-detail';
import { LinkedKinds } from '@/components/features/incident-page/alerts/linked-because';
import { type OpeningRow, useOpeningRow } from '@/components/features/incident-page/use-opening-row';
import { alertStatusWords } from '@/components/vocabulary/alert-status-words';
import { detectionSourceWord } from '@/components/vocabulary/detection-source-words';
import { productWords } from '@/components/vocabulary/product-words';
import { SeverityMark } from '@/components/vocabulary/severity';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';

/** The heading over the rows uses the same columns. */
export const alertColumns =
  'grid grid-cols-[minmax(0,1fr)_5.5rem] items-center gap-x-4 sm:grid-cols-[7.5rem_minmax(0,1fr)_6rem] lg:grid-cols-[7.5rem_minmax(0,1fr)_8rem_9rem_6.5rem_8rem_7rem] xl:grid-cols-[7rem_minmax(0,1fr)_8rem_8rem_6rem_7rem_9rem_6rem]';

export function AlertRow({ alert, incident, links, cursor, open, window, onToggle }: AlertDetailProps & OpeningRow) {
  const row = useOpeningRow({ cursor, open, onToggle });
  return (
    <article {...row.article} className={clsx('border-b', open && 'bg-panel')}>
      <div className={clsx(alertColumns, 'relative min-h-(--row-height) px-4 hover:bg-hover')}>
        <span className="flex items-center max-sm:hidden">
          <SeverityMark severity={alert.severity} />
        </span>
        <h3 {...row.title} className="min-w-0">
          <button
            type="button"
            {...row.button}
            // The whole line opens the alert; the words beside the title stay readable one by one.
            className="flex min-h-7 w-full items-center gap-1.5 rounded-small text-left font-medium after:absolute after:inset-0"
          >
            <ChevronRight aria-hidden className={clsx('size-4 shrink-0 text-faint', open && 'rotate-90')} />
            <span className="sm:hidden">
              <SeverityMark severity={alert.severity} word={false} />
            </span>
            <span className={clsx('min-w-0', open ? 'break-words' : 'truncate')}>
              <UntrustedText text={alert.title} />
            </span>
          </button>
        </h3>
        <span className="truncate text-muted max-lg:hidden">{productWords[alert.product].short}</span>
        <span className="truncate text-muted max-lg:hidden">
          {alert.detectionSource === null ? '–' : detectionSourceWord(alert.detectionSource)}
        </span>
        <span className="truncate text-muted max-lg:hidden">{alertStatusWords[alert.status]}</span>
        <span className="truncate font-mono text-[12px] text-muted max-lg:hidden">
          <UntrustedText text={alert.techniques.join(', ') || '–'} />
        </span>
        <span className="truncate text-muted max-xl:hidden">
          <LinkedKinds alert={alert} links={links} />
        </span>
        <span className="text-right text-muted">
          <Timestamp at={alert.firstActivityAt} name="First activity" />
        </span>
      </div>
      {open ? (
        <div {...row.detail} className="px-4 pt-1 pb-4 sm:pl-10">
          <AlertDetail alert={alert} incident={incident} links={links} window={window} />
        </div>
      ) : null}
    </article>
  );
}
