/** What trying a rule on the past came to, in words. */
import { spanWords } from '@/lib/domain/rule/duration';
import type { RulePreview } from '@/lib/domain/rule/rule-preview';

export type Previewed = Extract<RulePreview, { kind: 'previewed' }>;

const many = (count: number, noun: string) => `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`;

/** `14 incidents`. */
export const incidentWords = (count: number): string => many(count, 'incident');

/** `of 37 alerts in the last 7 days`. */
export const ofAlerts = ({ alerts, spanMs }: Previewed): string =>
  `of ${many(alerts, 'alert')} in the last ${spanWords(spanMs)}`;

/** How the figures came about. */
export function previewWords({ runs, rows, alerts, spanMs, quietRuns }: Previewed): string {
  const quiet = quietRuns === 0 ? '' : ` ${many(quietRuns, 'run')} would have been left out after an alert.`;
  return `Tried on the last ${spanWords(spanMs)}: ${many(runs, 'run')} found ${many(rows, 'row')} and would have raised ${many(alerts, 'alert')}.${quiet}`;
}

/** What the figures lack; empty when nothing. */
export function previewLimits({ limitedBy, cutRuns, runs }: Previewed): string[] {
  return [
    ...(limitedBy === 'runs'
      ? [
          `No further back: each run is a query, and ${many(runs, 'query').replace('querys', 'queries')} are what this preview asks.`,
        ]
      : []),
    ...(limitedBy === 'rows' ? ['No further back: the runs find more rows than a preview reads.'] : []),
    ...(cutRuns === 0
      ? []
      : [`${many(cutRuns, 'run')} found more rows than were answered; what is beyond them is not counted.`]),
  ];
}
