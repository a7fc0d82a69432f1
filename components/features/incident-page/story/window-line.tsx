/** The incident's window in UTC and in the analyst's own time, and the way to hunt in exactly that window. */
import { Crosshair } from 'lucide-react';
import Link from 'next/link';
import { durationWords } from '@/components/features/incident-page/story/duration-words';
import { fullTime, type Zone } from '@/components/vocabulary/format-time';
import { type AlertWindow, timespanOf } from '@/lib/domain/alert/alert-window';
import type { Entity } from '@/lib/domain/entity/entity';
import { windowQuery } from '@/lib/domain/hunting/hunt-query';
import { huntingPath } from '@/lib/routes/paths';

/** `2025-01-15 08:30 – 10:00 UTC`; the second date only when it is another day. Seconds only when they say something. */
export function windowText(window: AlertWindow, zone: Zone): string {
  const [startDay = '', startTime = ''] = fullTime(window.start, zone).split(' ');
  const [endDay = '', endTime = '', offset = ''] = fullTime(window.end, zone).split(' ');
  const whole = startTime.endsWith(':00') && endTime.endsWith(':00');
  const short = (time: string) => (whole ? time.slice(0, 5) : time);
  return `${startDay} ${short(startTime)} – ${startDay === endDay ? '' : `${endDay} `}${short(endTime)} ${offset}`;
}

export function windowHuntPath(window: AlertWindow, entities: readonly Entity[]): string {
  return huntingPath({ query: windowQuery(window, entities), timespan: timespanOf(window) });
}

export function WindowLine({ window, entities }: { window: AlertWindow; entities: readonly Entity[] }) {
  const spanMs = Date.parse(window.end) - Date.parse(window.start);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <p>
        <span className="sr-only">Window of the incident: </span>
        <time dateTime={`${window.start}/${window.end}`} className="font-medium">
          {windowText(window, 'utc')}
        </time>
        <span className="text-muted"> · {durationWords(spanMs)}</span>
      </p>
      <p className="text-muted" suppressHydrationWarning>
        Local: {windowText(window, 'local')}
      </p>
      <Link
        prefetch={false}
        href={windowHuntPath(window, entities)}
        className="ml-auto inline-flex h-7 items-center gap-1.5 rounded border px-2.5 font-medium hover:bg-hover max-sm:ml-0"
      >
        <Crosshair aria-hidden className="size-3.5" />
        Hunt in this window
      </Link>
    </div>
  );
}
