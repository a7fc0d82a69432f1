/** The tenant's clock; pressing it switches every time on the page between UTC and local. */
'use client';
import { useTickingClock } from '@/components/shell/use-ticking-clock';
import { usePreferences } from '@/components/ui/preferences-provider';
import { Tooltip } from '@/components/ui/tooltip';
import { fullTime, shortTime } from '@/components/vocabulary/format-time';

export function ZoneClock() {
  const now = useTickingClock();
  const [{ zone }, change] = usePreferences();
  const other = zone === 'utc' ? 'local' : 'utc';
  const iso = now?.toISOString();
  return (
    <Tooltip
      text={
        iso === undefined
          ? ''
          : `${fullTime(iso, 'utc')}\n${fullTime(iso, 'local')} (local)\nPress to show ${other === 'utc' ? 'UTC' : 'local'} times`
      }
    >
      <button
        type="button"
        onClick={() => change({ zone: other })}
        aria-label={`Times are ${zone === 'utc' ? 'UTC' : 'local'}; switch to ${other === 'utc' ? 'UTC' : 'local'}`}
        className="inline-flex h-7 items-center gap-1.5 rounded px-2 text-muted hover:bg-hover hover:text-ink"
      >
        <span className="text-small">{zone === 'utc' ? 'UTC' : 'Local'}</span>
        <span className="min-w-22 text-right text-ink max-sm:hidden">
          {iso === undefined ? '' : shortTime(iso, zone)}
        </span>
      </button>
    </Tooltip>
  );
}
