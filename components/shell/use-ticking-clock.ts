/** The tenant's time, told every second to whoever shows it. */
'use client';
import { useEffect, useState } from 'react';
import { useServerClock } from '@/lib/queries/server-clock';

/** Null until the browser took over, because the server's second is never the browser's. */
export function useTickingClock(): Date | null {
  const clock = useServerClock();
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    const tick = () => setNow(clock());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
