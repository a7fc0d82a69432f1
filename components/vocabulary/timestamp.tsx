/**
 * A time in the analyst's zone; UTC, local and ISO on hover. `<Timestamp at={iso} />`, `form="full"` with year and seconds.
 * `name` says which of the times it is when no column header does: `Created`, `Synced`.
 */
'use client';
import { usePreferences } from '@/components/ui/preferences-provider';
import { clockTime, fullTime, shortTime } from '@/components/vocabulary/format-time';

const forms = { short: shortTime, full: fullTime, clock: clockTime } as const;

export function Timestamp({
  at,
  form = 'short',
  name,
}: {
  at: string | null;
  form?: keyof typeof forms;
  name?: string;
}) {
  const [{ zone }] = usePreferences();
  if (at === null) return <span className="text-faint">–</span>;
  return (
    <time
      dateTime={at}
      suppressHydrationWarning
      className="whitespace-nowrap"
      title={`${name === undefined ? '' : `${name}\n`}${fullTime(at, 'utc')}\n${fullTime(at, 'local')} (local)\n${at}`}
    >
      {forms[form](at, zone)}
    </time>
  );
}
