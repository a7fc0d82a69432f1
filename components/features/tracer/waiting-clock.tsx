/** How long something may still take: `3:12 left`, counted by the tenant's clock. */
'use client';
import { useEffect, useState } from 'react';
import { useServerClock } from '@/lib/queries/server-clock';

const secondMs = 1_000;

export function leftText(dueAt: string, now: Date): string {
  const seconds = Math.max(0, Math.round((Date.parse(dueAt) - now.getTime()) / secondMs));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function WaitingClock({ dueAt }: { dueAt: string }) {
  const clock = useServerClock();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), secondMs);
    return () => clearInterval(timer);
  }, [clock]);
  return (
    <p className="text-pending" role="timer">
      {leftText(dueAt, now)} left of Microsoft’s ten minutes.
    </p>
  );
}
