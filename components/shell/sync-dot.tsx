/** How fresh the queue is, in one dot and one word; leads to the page about the sync. */
'use client';
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import Link from 'next/link';
import { syncState } from '@/components/shell/sync-state';
import { useTickingClock } from '@/components/shell/use-ticking-clock';
import { Tooltip } from '@/components/ui/tooltip';
import { useFeedState } from '@/lib/queries/feed';
import { incidentQueries } from '@/lib/queries/incidents';
import { syncPath } from '@/lib/routes/paths';

const colours = { good: 'bg-good', pending: 'bg-pending', warning: 'bg-warning', danger: 'bg-danger' } as const;

export function SyncDot() {
  const now = useTickingClock();
  const feed = useFeedState();
  const { data: sources } = useQuery({ ...incidentQueries.list(), select: (list) => list.health });
  if (now === null) return null;
  const { tone, word, detail } = syncState(feed.state, sources, now);
  return (
    <Tooltip text={detail}>
      <Link
        href={syncPath()}
        prefetch={false}
        className="inline-flex h-7 items-center gap-1.5 rounded px-2 text-muted hover:bg-hover"
      >
        <span aria-hidden className={clsx('size-2 rounded-round forced-colors:border', colours[tone])} />
        <span className="whitespace-nowrap max-sm:sr-only">{word}</span>
      </Link>
    </Tooltip>
  );
}
