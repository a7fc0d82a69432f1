/** What is on the screen: how many of how many, how many alerts they gather, and what waits outside. */
import { type Waiting, waitingText } from '@/components/features/incident-queue/held-order';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import type { Incident } from '@/lib/domain/incident/incident';

const numbers = new Intl.NumberFormat('en');

export function QueueHeading({
  rows,
  total,
  waiting,
  onShow,
  children,
}: {
  rows: readonly Incident[] | undefined;
  total: number;
  waiting: Waiting;
  onShow: () => void;
  children: React.ReactNode;
}) {
  const alerts = rows?.reduce((sum, incident) => sum + incident.alertCount, 0) ?? 0;
  const news = waitingText(waiting);
  return (
    <div className="flex h-11 shrink-0 items-center gap-3 border-b px-4">
      <h1 className="font-semibold text-title">Incidents</h1>
      {rows === undefined ? (
        <Skeleton className="w-24" />
      ) : (
        <p className="min-w-0 truncate text-muted">
          <span className="text-ink">{numbers.format(rows.length)}</span> of {numbers.format(total)}
          <span className="text-faint max-sm:hidden">
            {' '}
            · {numbers.format(alerts)} {alerts === 1 ? 'alert' : 'alerts'} in them
          </span>
        </p>
      )}
      <span className="flex-1" />
      {news === null ? null : (
        <Button size="small" onClick={onShow} className="border-accent">
          {news} · show
        </Button>
      )}
      {children}
    </div>
  );
}
