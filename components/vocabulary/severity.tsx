/** Severity as shape, word and colour, so that none of them is needed alone. `<SeverityMark severity="high" />`, `word={false}` for the shape only. */
import type { Severity } from '@/lib/domain/incident/incident';

export const severityWords = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
  unknown: 'Unknown',
} as const satisfies Record<Severity, string>;

export const severityColours = {
  high: 'text-severity-high',
  medium: 'text-severity-medium',
  low: 'text-severity-low',
  informational: 'text-severity-informational',
  unknown: 'text-severity-informational',
} as const satisfies Record<Severity, string>;

/** One path each, so that another severity is another outline and not another element. */
const outlines = {
  high: 'M6 1.2 11.2 10.6H.8Z',
  medium: 'M6 .8 11.2 6 6 11.2.8 6Z',
  low: 'M10.4 6A4.4 4.4 0 1 1 1.6 6a4.4 4.4 0 1 1 8.8 0Z',
  informational: 'M9.9 6A3.9 3.9 0 1 1 2.1 6a3.9 3.9 0 1 1 7.8 0Z',
  unknown: 'M9.9 6A3.9 3.9 0 1 1 2.1 6a3.9 3.9 0 1 1 7.8 0Z',
} as const satisfies Record<Severity, string>;

/** The shape alone; it takes the colour of the text around it. */
export function SeverityShape({ severity, className = 'size-3 shrink-0' }: { severity: Severity; className?: string }) {
  const hollow = severity === 'informational' || severity === 'unknown';
  return (
    <svg viewBox="0 0 12 12" className={className} aria-hidden>
      <path
        d={outlines[severity]}
        fill={hollow ? 'none' : 'currentColor'}
        stroke={hollow ? 'currentColor' : 'none'}
        strokeWidth="1.4"
        strokeDasharray={severity === 'unknown' ? '2 1.6' : undefined}
      />
    </svg>
  );
}

export function SeverityMark({ severity, word = true }: { severity: Severity; word?: boolean }) {
  return (
    <span className={`inline-flex min-w-0 items-center gap-1.5 ${severityColours[severity]}`}>
      <SeverityShape severity={severity} />
      <span className={word ? 'truncate' : 'sr-only'}>{severityWords[severity]}</span>
    </span>
  );
}
