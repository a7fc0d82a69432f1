/** How long something may still take: `3:12 left`, counted by the tenant's clock. */
'use client';
import { useNowMs } from '@/components/queue/use-now';
import { minutesText } from '@/components/vocabulary/format-time';

export function WaitingClock({ dueAt }: { dueAt: string }) {
  const leftMs = Date.parse(dueAt) - useNowMs('second');
  return (
    <p className="text-pending" role="timer">
      {minutesText(leftMs)} left of Microsoft’s ten minutes.
    </p>
  );
}
