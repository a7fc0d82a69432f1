/** The tenant's time, again every so often, for ages that grow on screen. */
import { useEffect, useState } from 'react';
import { useServerClock } from '@/lib/queries/server-clock';

export function useNow(everyMs: number): Date {
  const clock = useServerClock();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    setNow(clock());
    const timer = setInterval(() => setNow(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}
