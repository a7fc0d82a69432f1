/** How far an incident (or an alert) has come: a mark that fills up, and the word. `<StatusMark status="inProgress" />` */
import type { IncidentStatus } from '@/lib/domain/incident/incident';

export const statusWords = {
  new: 'New',
  inProgress: 'In progress',
  awaitingAction: 'Awaiting action',
  resolved: 'Resolved',
  redirected: 'Redirected',
} as const satisfies Record<IncidentStatus, string>;

const ring = 'M10.6 6A4.6 4.6 0 1 1 1.4 6a4.6 4.6 0 1 1 9.2 0Z';
/** A ring as an area, so that what fills it can be in the same outline. */
const wideRing =
  'M11.25 6A5.25 5.25 0 1 1 .75 6a5.25 5.25 0 1 1 10.5 0ZM9.95 6a3.95 3.95 0 1 0-7.9 0 3.95 3.95 0 1 0 7.9 0Z';

/** One path each, so that another status is another outline and not another element. */
const marks = {
  new: { colour: 'text-ink', outline: ring, filled: false },
  inProgress: { colour: 'text-pending', outline: `${wideRing}M6 3.2a2.8 2.8 0 0 1 0 5.6Z`, filled: true },
  awaitingAction: { colour: 'text-warning', outline: `${ring}M4.7 4v4M7.3 4v4`, filled: false },
  resolved: { colour: 'text-good', outline: `${ring}M3.8 6.1 5.4 7.7 8.3 4.5`, filled: false },
  redirected: { colour: 'text-muted', outline: 'M1.5 6h8M6.5 2.8 9.8 6 6.5 9.2', filled: false },
} as const satisfies Record<IncidentStatus, { colour: string; outline: string; filled: boolean }>;

/** The shape alone, in its colour. */
export function StatusShape({ status, className = 'size-3 shrink-0' }: { status: IncidentStatus; className?: string }) {
  const { colour, outline, filled } = marks[status];
  return (
    <svg viewBox="0 0 12 12" className={`${className} ${colour}`} aria-hidden>
      <path
        d={outline}
        fill={filled ? 'currentColor' : 'none'}
        stroke={filled ? 'none' : 'currentColor'}
        strokeWidth="1.3"
      />
    </svg>
  );
}

export function StatusMark({ status, word = true }: { status: IncidentStatus; word?: boolean }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <StatusShape status={status} />
      <span className={word ? 'truncate' : 'sr-only'}>{statusWords[status]}</span>
    </span>
  );
}
