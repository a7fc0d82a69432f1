/** Between two alerts: a new day, or nothing at all for a while. */
import { durationWords } from '@/components/features/incident-page/story/duration-words';
import { Timestamp } from '@/components/vocabulary/timestamp';

export function StoryDay({ day }: { day: string }) {
  return <h3 className="border-b px-4 pt-4 pb-1 font-medium text-muted">{day} (UTC)</h3>;
}

export function StoryGap({ fromAt, toAt, gapMs }: { fromAt: string; toAt: string; gapMs: number }) {
  return (
    <p className="grid grid-cols-[3.75rem_1.5rem_minmax(0,1fr)] py-1 pl-4 text-faint">
      <span />
      <span aria-hidden className="mx-auto h-full min-h-6 border-l border-line-strong border-dashed" />
      <span className="content-center pl-1">
        {durationWords(gapMs)} without an alert, <Timestamp at={fromAt} form="clock" /> –{' '}
        <Timestamp at={toAt} form="clock" />
      </span>
    </p>
  );
}
