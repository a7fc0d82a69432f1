/** How long Sentinel has kept an incident waiting: `3:12 of ≤ 10:00`, and after ten minutes in amber with the way to the reason. */
'use client';
import Link from 'next/link';
import { useNowMs } from '@/components/queue/use-now';
import { duration, minutesText } from '@/components/vocabulary/format-time';
import { sentinelDelayMs } from '@/lib/domain/incident/response-time';
import { tracePath } from '@/lib/routes/paths';

export function ArrivalClock({ of: key, since }: { of: string; since: string }) {
  const waitMs = useNowMs('second') - Date.parse(since);
  if (waitMs <= sentinelDelayMs)
    return <span className="text-pending tabular-nums">not yet in Sentinel, {minutesText(waitMs)} of ≤ 10:00</span>;
  return (
    <span className="text-warning tabular-nums">
      not in Sentinel for {duration(waitMs)}{' '}
      <Link
        href={tracePath(key)}
        prefetch={false}
        aria-label={`Why is incident ${key} not in Sentinel?`}
        className="inline-flex min-h-6 items-center underline"
      >
        why?
      </Link>
    </span>
  );
}
