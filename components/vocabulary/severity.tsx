/** Severity as shape, word and colour, so that none of them is needed alone. `<SeverityMark severity="high" />`, `word={false}` for the shape only. */
import type { Severity } from '@/lib/domain/incident/incident';

export const severityWords = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
  unknown: 'Unknown',
} as const satisfies Record<Severity, string>;

const colours = {
  high: 'text-severity-high',
  medium: 'text-severity-medium',
  low: 'text-severity-low',
  informational: 'text-severity-informational',
  unknown: 'text-severity-informational',
} as const satisfies Record<Severity, string>;

const shapes = {
  high: <path d="M6 1.2 11.2 10.6H.8Z" fill="currentColor" />,
  medium: <path d="M6 .8 11.2 6 6 11.2.8 6Z" fill="currentColor" />,
  low: <circle cx="6" cy="6" r="4.4" fill="currentColor" />,
  informational: <circle cx="6" cy="6" r="3.9" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  unknown: <circle cx="6" cy="6" r="3.9" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2 1.6" />,
} as const satisfies Record<Severity, React.ReactNode>;

export function SeverityMark({ severity, word = true }: { severity: Severity; word?: boolean }) {
  return (
    <span className={`inline-flex min-w-0 items-center gap-1.5 ${colours[severity]}`}>
      <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden>
        {shapes[severity]}
      </svg>
      <span className={word ? 'truncate' : 'sr-only'}>{severityWords[severity]}</span>
    </span>
  );
}
