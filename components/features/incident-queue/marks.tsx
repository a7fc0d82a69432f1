/** Cells of the queue that tell more than a value: how urgent, how late, how far, and what is new in it. */
'use client';
import clsx from 'clsx';
import { createContext, useContext } from 'react';
import { boxInLine } from '@/components/queue/cells';
import { useNowMs } from '@/components/queue/use-now';
import { duration } from '@/components/vocabulary/format-time';
import { incidentPriority, priorityReasonWords } from '@/components/vocabulary/priority-words';
import { SystemMark } from '@/components/vocabulary/system-mark';
import { priorityMoment } from '@/components/vocabulary/use-incident-noun';
import type { Incident } from '@/lib/domain/incident/incident';
import { notInSentinelForMs, responseDueMs, sentinelDelayMs } from '@/lib/domain/incident/response-time';
import { sentinelMostAlerts } from '@/lib/domain/incident/sentinel-limit';
import type { VisitReply } from '@/lib/domain/queue/saved-view';
import { serverNow } from '@/lib/queries/server-clock';

const numbers = new Intl.NumberFormat('en');

export function AlertCount({ incident }: { incident: Incident }) {
  const { alertCount, sentinel } = incident;
  const capped = sentinel !== null && alertCount > sentinelMostAlerts;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-expand
      aria-label={`${alertCount} ${alertCount === 1 ? 'alert' : 'alerts'}, show or hide them`}
      title={
        capped ? `Sentinel shows ${sentinelMostAlerts}+ of ${numbers.format(alertCount)}; here are all` : undefined
      }
      className={`-mr-1.5 inline-block min-w-6 after:ml-1.5 after:text-faint after:content-['›'/''] ${boxInLine}`}
    >
      {capped ? <span className="text-faint text-small">{sentinelMostAlerts}+ of </span> : null}
      {numbers.format(alertCount)}
    </button>
  );
}

export function PriorityMark({ incident }: { incident: Incident }) {
  const nowMs = useNowMs('still');
  const { score, reasons } = incidentPriority(incident, priorityMoment(new Date(nowMs)));
  const band = score > 85 ? 'top' : score >= 15 ? 'medium' : 'low';
  const raised = reasons.length > 1;
  return (
    <span
      title={[`Priority ${score} of 100 (${band})`, ...reasons.map(priorityReasonWords)].join('\n')}
      className={clsx(
        band === 'top' && 'font-semibold text-ink',
        band === 'medium' && 'text-muted',
        band === 'low' && 'text-faint',
      )}
    >
      {reasons.some(({ kind }) => kind === 'confirmed') ? (
        <span role="img" aria-label="confirmed by two or more sources" className="mr-1 text-faint text-small">
          2+
        </span>
      ) : null}
      {score}
      {raised ? <span className="sr-only"> (raised)</span> : null}
    </span>
  );
}

/** The same in the pane, with every reason to read. */
export function PriorityReasons({ incident }: { incident: Incident }) {
  const nowMs = useNowMs('still');
  const { score, reasons } = incidentPriority(incident, priorityMoment(new Date(nowMs)));
  return (
    <span className="flex min-w-0 flex-col py-0.5">
      <span className={score > 85 ? 'font-semibold' : undefined}>{score}</span>
      {reasons.map((reason) => (
        <span key={reason.kind} className="text-muted text-small">
          {priorityReasonWords(reason)}
        </span>
      ))}
    </span>
  );
}

export function ResponseMark({ incident }: { incident: Incident }) {
  const dueMs = responseDueMs(incident);
  const nowMs = useNowMs(dueMs === null ? 'still' : 'minute');
  if (dueMs === null || nowMs === 0) return <span className="text-faint">–</span>;
  const leftMs = dueMs - nowMs;
  return leftMs < 0 ? (
    <span className="text-warning" title="Nobody began within the response time of its severity">
      {duration(-leftMs)} over
    </span>
  ) : (
    <span className="text-muted" title="Until somebody should have begun">
      {leftMs < 60_000 ? 'Due now' : `${duration(leftMs)} left`}
    </span>
  );
}

const dayMs = 86_400_000;

/** `3:12`. */
function minutesText(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const whyNot =
  'Sentinel should show it within 10 minutes. Usual reasons: the Defender XDR connector is off or cannot create incidents, the alert’s product is excluded from it, or Sentinel is being throttled.';

/** Both systems, or how long one has kept the other waiting. */
export function SystemCell({ incident }: { incident: Incident }) {
  const waits = incident.defender !== null && incident.sentinel === null && incident.status !== 'redirected';
  // Ticks only while it matters: every second for ten minutes, every minute for a day, and then no more.
  const ageMs = waits ? serverNow().getTime() - Date.parse(incident.createdAt) : dayMs;
  const nowMs = useNowMs(ageMs >= dayMs ? 'still' : ageMs > sentinelDelayMs ? 'minute' : 'second');
  const forMs = waits && nowMs > 0 ? notInSentinelForMs(incident, new Date(nowMs)) : null;
  if (forMs === null || forMs > dayMs) return <SystemMark incident={incident} />;
  return forMs <= sentinelDelayMs ? (
    <span className="text-muted" title="Not yet in Sentinel: it may take up to 10 minutes">
      Defender <span className="text-faint text-small">Sentinel in ≤ 10:00, {minutesText(forMs)}</span>
    </span>
  ) : (
    <span className="text-muted" title={`Not in Sentinel after ${duration(forMs)}. ${whyNot}`}>
      Defender <span className="text-small text-warning">not in Sentinel, {duration(forMs)}</span>
    </span>
  );
}

/** The analyst's visit; null until it is known. */
export const VisitContext = createContext<VisitReply | null>(null);

/** A dot before what is new or changed since the analyst last looked: at it, or at the console at all. */
export function ChangedMark({ incident }: { incident: Incident }) {
  const visit = useContext(VisitContext);
  const since = visit?.looks[incident.key] ?? visit?.previousEndedAt ?? null;
  if (since === null || incident.updatedAt <= since) return null;
  const isNew = incident.createdAt > since;
  return (
    <span
      title={isNew ? 'New since your last visit' : 'Changed since you looked'}
      className={clsx(
        'mr-1.5 inline-block size-1.5 shrink-0 rounded-round align-[2px]',
        isNew ? 'bg-accent forced-colors:bg-[Highlight]' : 'border border-accent',
      )}
    >
      <span className="sr-only">{isNew ? 'New since your last visit: ' : 'Changed since you looked: '}</span>
    </span>
  );
}
