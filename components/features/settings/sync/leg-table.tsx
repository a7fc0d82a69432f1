/** One way of the check: which system showed which field after how long. */
'use client';
import { useEffect, useState } from 'react';
import { fieldWords } from '@/components/vocabulary/field-words';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { type System, systems, systemWords } from '@/lib/domain/source/source';
import { type CheckedField, type CheckLeg, checkedFields, waitedMs } from '@/lib/domain/sync/sync-check';
import { useServerClock } from '@/lib/queries/server-clock';

/** `0.4 s`, `8.2 s`, `2:05`. */
export function waitText(ms: number): string {
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function Waiting({ since }: { since: string }) {
  const clock = useServerClock();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 1_000);
    return () => clearInterval(timer);
  }, [clock]);
  const seconds = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1_000));
  return <span className="text-pending">waiting {seconds} s</span>;
}

function Cell({ leg, field, system, live }: { leg: CheckLeg; field: CheckedField; system: System; live: boolean }) {
  const waited = waitedMs(leg, field, system);
  if (waited === null) return live ? <Waiting since={leg.startedAt} /> : <span className="text-faint">not seen</span>;
  return (
    <>
      {waitText(waited)}{' '}
      <span className="text-muted max-sm:block">
        at <Timestamp at={leg.shown[field]?.[system] ?? null} form="clock" name="Seen" />
      </span>
    </>
  );
}

export function LegTable({ name, leg, live }: { name: string; leg: CheckLeg; live: boolean }) {
  return (
    <table className="mt-2 w-full max-w-xl table-fixed text-left tabular-nums">
      <caption className="text-left font-medium">
        {name}{' '}
        <span className="font-normal text-muted">
          asked at <Timestamp at={leg.startedAt} form="clock" name="Asked" />
        </span>
      </caption>
      <thead className="text-muted">
        <tr>
          <th scope="col" className="w-20 font-normal">
            Field
          </th>
          {systems.map((system) => (
            <th key={system} scope="col" className="font-normal">
              {systemWords[system]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {checkedFields.map((field) => (
          <tr key={field} className="h-7 border-t">
            <th scope="row" className="font-normal">
              {fieldWords[field]}
            </th>
            {systems.map((system) => (
              <td key={system}>
                <Cell leg={leg} field={field} system={system} live={live} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
