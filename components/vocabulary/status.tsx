/** How far an incident (or an alert) has come: a mark that fills up, and the word. `<StatusMark status="inProgress" />` */
import type { IncidentStatus } from '@/lib/domain/incident/incident';

export const statusWords = {
  new: 'New',
  inProgress: 'In progress',
  awaitingAction: 'Awaiting action',
  resolved: 'Resolved',
  redirected: 'Redirected',
} as const satisfies Record<IncidentStatus, string>;

const ring = <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.3" />;

const marks = {
  new: { colour: 'text-ink', shape: ring },
  inProgress: {
    colour: 'text-pending',
    shape: (
      <>
        {ring}
        <path d="M6 3.2a2.8 2.8 0 0 1 0 5.6Z" fill="currentColor" />
      </>
    ),
  },
  awaitingAction: {
    colour: 'text-warning',
    shape: (
      <>
        {ring}
        <path d="M4.7 4v4M7.3 4v4" stroke="currentColor" strokeWidth="1.3" />
      </>
    ),
  },
  resolved: {
    colour: 'text-good',
    shape: (
      <>
        {ring}
        <path d="m3.8 6.1 1.6 1.6 2.9-3.2" fill="none" stroke="currentColor" strokeWidth="1.3" />
      </>
    ),
  },
  redirected: {
    colour: 'text-muted',
    shape: <path d="M1.5 6h8M6.5 2.8 9.8 6 6.5 9.2" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  },
} as const satisfies Record<IncidentStatus, { colour: string; shape: React.ReactNode }>;

export function StatusMark({ status, word = true }: { status: IncidentStatus; word?: boolean }) {
  const { colour, shape } = marks[status];
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <svg viewBox="0 0 12 12" className={`size-3 shrink-0 ${colour}`} aria-hidden>
        {shape}
      </svg>
      <span className={word ? 'truncate' : 'sr-only'}>{statusWords[status]}</span>
    </span>
  );
}
