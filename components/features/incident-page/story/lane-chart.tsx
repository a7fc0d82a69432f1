/**
 * Who saw it when: a lane per product over one linear time axis. The list below says the same in words and takes the
 * keyboard, so for assistive technology this picture is decoration.
 */
import clsx from 'clsx';
import { type LaneMark, lanes, ticks } from '@/components/features/incident-page/story/lanes';
import { usePreferences } from '@/components/ui/preferences-provider';
import { clockTime, shortTime } from '@/components/vocabulary/format-time';
import { productWords } from '@/components/vocabulary/product-words';
import { SeverityMark } from '@/components/vocabulary/severity';
import type { Alert } from '@/lib/domain/alert/alert';
import type { AlertWindow } from '@/lib/domain/alert/alert-window';
import { visibleText } from '@/lib/domain/text/visible';

const dayMs = 86_400_000;
const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

const bars = {
  high: 'bg-severity-high',
  medium: 'bg-severity-medium',
  low: 'bg-severity-low',
  informational: 'bg-severity-informational',
  unknown: 'bg-severity-informational',
} as const;

function Mark({ mark, onOpen, marked }: { mark: LaneMark; onOpen: (alert: Alert) => void; marked: boolean }) {
  const [first] = mark.alerts;
  if (first === undefined) return null;
  const names = mark.alerts.map((alert) => visibleText(alert.title)).join('\n');
  return (
    <>
      <span
        className={clsx('absolute top-1/2 h-0.5 -translate-y-1/2 opacity-60', bars[mark.severity])}
        style={{ left: percent(mark.from), width: percent(mark.to - mark.from) }}
      />
      <button
        type="button"
        tabIndex={-1}
        title={names}
        onClick={() => onOpen(first)}
        style={{ left: percent(mark.from) }}
        className={clsx(
          'absolute top-1/2 flex size-6 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-round',
          marked && 'bg-selected ring-2 ring-accent',
        )}
      >
        <SeverityMark severity={mark.severity} word={false} />
        {mark.alerts.length > 1 ? (
          <span className="absolute -top-1 left-4 text-[10px] text-muted leading-3 max-md:hidden">
            {mark.alerts.length}
          </span>
        ) : null}
      </button>
    </>
  );
}

export function LaneChart({
  alerts,
  window,
  marked,
  onOpen,
}: {
  alerts: readonly Alert[];
  window: AlertWindow;
  /** Ids of the alerts to stand out. */
  marked: ReadonlySet<string>;
  onOpen: (alert: Alert) => void;
}) {
  const [{ zone }] = usePreferences();
  const long = Date.parse(window.end) - Date.parse(window.start) > 2 * dayMs;
  const axis = ticks(window);
  return (
    <div aria-hidden className="px-4 pt-1 pb-3">
      <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] sm:grid-cols-[9rem_minmax(0,1fr)]">
        {lanes(alerts, window).map((lane) => (
          <div key={lane.product} className="col-span-2 grid grid-cols-subgrid border-b">
            <span className="flex h-8 items-center gap-1.5 truncate text-muted">
              {productWords[lane.product].short}
              <span className="text-faint text-small">{lane.count}</span>
            </span>
            <span className="relative mx-3 block">
              {axis.map((tick) => (
                <span
                  key={tick.at}
                  className="absolute inset-y-0 w-px bg-line"
                  style={{ left: percent(tick.position) }}
                />
              ))}
              {lane.marks.map((mark) => (
                <Mark
                  key={mark.alerts[0]?.id}
                  mark={mark}
                  marked={mark.alerts.some((alert) => marked.has(alert.id))}
                  onOpen={onOpen}
                />
              ))}
            </span>
          </div>
        ))}
        <span className="pt-1 text-faint text-small uppercase">{zone === 'utc' ? 'UTC' : 'Local'}</span>
        <span className="relative mx-3 block h-5">
          {axis.map((tick, position) => (
            <span
              key={tick.at}
              className={clsx(
                'absolute top-1 text-faint text-small whitespace-nowrap',
                position % 2 === 1 && 'max-sm:hidden',
                tick.position < 0.03 ? '' : tick.position > 0.97 ? '-translate-x-full' : '-translate-x-1/2',
              )}
              style={{ left: percent(tick.position) }}
            >
              {long ? shortTime(tick.at, zone) : clockTime(tick.at, zone).slice(0, 5)}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}
