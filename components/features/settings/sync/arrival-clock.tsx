/** How long Sentinel has kept an incident waiting: `3:12 of ≤ 10:00`, and after ten minutes in amber with the way to the reason. */
'use client';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { duration } from '@/components/vocabulary/format-time';
import { sentinelDelayMs } from '@/lib/domain/incident/response-time';
import { useServerClock } from '@/lib/queries/server-clock';
import { tracePath } from '@/lib/routes/paths';

const secondMs = 1_000;

/** `3:12`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / secondMs));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function ArrivalClock({ of: key, since }: { of: string; since: string }) {
  const clock = useServerClock();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), secondMs);
    return () => clearInterval(timer);
  }, [clock]);
  const waitMs = now.getTime() - Date.parse(since);
  if (waitMs <= sentinelDelayMs)
    return <span className="text-pending tabular-nums">not yet in Sentinel, {clockText(waitMs)} of ≤ 10:00</span>;
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
