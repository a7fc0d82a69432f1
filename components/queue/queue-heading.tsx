/** What is on the screen: the view, how many of how many, what waits outside, and how it is drawn. */
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { type Waiting, waitingText } from '@/lib/domain/queue/held-order';

const numbers = new Intl.NumberFormat('en');

export function QueueHeading({
  title,
  views,
  shown,
  total,
  summary,
  waiting,
  onShow,
  children,
}: {
  title: string;
  views: ReactNode;
  /** Undefined until the first answer. */
  shown: number | undefined;
  total: number;
  summary?: ReactNode;
  waiting: Waiting;
  onShow: () => void;
  children: ReactNode;
}) {
  const news = waitingText(waiting);
  return (
    <div className="flex h-11 shrink-0 items-center gap-1.5 border-b px-4">
      <h1 className="font-semibold text-title">{title}</h1>
      {views}
      {shown === undefined ? (
        <Skeleton className="w-24" />
      ) : (
        <p className="min-w-0 truncate text-muted">
          <span className="text-ink">{numbers.format(shown)}</span>
          <span className="max-sm:sr-only"> of {numbers.format(total)}</span>
          {summary === undefined ? null : <span className="text-faint max-md:hidden"> · {summary}</span>}
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
