/** One incident of a hand-over: what it is, where it stands, and what was done to it in the shift. */
import Link from 'next/link';
import { fieldWords } from '@/components/vocabulary/field-words';
import { SeverityMark } from '@/components/vocabulary/severity';
import { StatusMark } from '@/components/vocabulary/status';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { valueWords } from '@/components/vocabulary/value-words';
import type { HandOverChange, HandOverLine as Line } from '@/lib/domain/hand-over/hand-over';
import { incidentPath } from '@/lib/routes/paths';

function changeText({ what, from, to }: HandOverChange): string {
  if (what === 'comment') return `comment “${to ?? ''}”`;
  if (what === 'merge') return `merged ${from ?? ''} into #${to ?? ''}`;
  const name = fieldWords[what];
  const words = (text: string | null) => (text === null || text === '' ? 'none' : valueWords(what, text));
  return from === null || from === '' ? `${name}: ${words(to)}` : `${name}: ${words(from)} → ${words(to)}`;
}

export function HandOverLine({ line }: { line: Line }) {
  return (
    <li className="border-t py-1.5">
      <div className="flex min-h-6 flex-wrap items-center gap-x-3">
        <span className="w-32 shrink-0">
          <SeverityMark severity={line.severity} />
        </span>
        <Link
          href={incidentPath(line.key)}
          prefetch={false}
          className="inline-flex min-h-6 min-w-0 items-center gap-2 max-sm:basis-full sm:flex-1 hover:underline"
        >
          <span className="font-mono text-[12px] text-muted">#{line.key}</span>
          <span className="truncate">
            <UntrustedText text={line.title} />
          </span>
        </Link>
        <span className="sm:w-32 sm:shrink-0">
          <StatusMark status={line.status} />
        </span>
        <span className="min-w-0 truncate text-muted sm:w-40 sm:shrink-0">
          {line.assignee === null ? 'Nobody' : <UntrustedText text={line.assignee} />}
        </span>
      </div>
      {line.changes.length === 0 ? null : (
        <ul className="text-muted sm:pl-35">
          {line.changes.map((change) => (
            <li key={`${change.at} ${change.what} ${change.to}`}>
              <Timestamp at={change.at} form="clock" name="Changed" /> <UntrustedText text={changeText(change)} />
              {change.by === null ? null : (
                <span>
                  {' '}
                  by <UntrustedText text={change.by} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
