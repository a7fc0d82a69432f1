/** What became of a question: the steps, several things to choose from, or where nothing was found. */
'use client';
import Link from 'next/link';
import { TimedText } from '@/components/features/tracer/timed-text';
import { TraceStepRow } from '@/components/features/tracer/trace-step-row';
import { useQueueSteps } from '@/components/features/tracer/use-queue-steps';
import { EmptyState } from '@/components/ui/empty-state';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Trace, TraceReply, TraceSubject } from '@/lib/domain/trace/trace';
import { alertsAddress } from '@/lib/routes/alerts-search';
import { alertsPath, incidentPath, type MissedIn, tracePath } from '@/lib/routes/paths';

const kinds: Record<TraceSubject['kind'], string> = { rule: 'Rule', alert: 'Alert', incident: 'Incident' };

function Steps({ trace, missedIn }: { trace: Trace; missedIn: MissedIn }) {
  const steps = [...trace.steps, ...useQueueSteps(trace, missedIn)];
  const end = steps.find(({ verdict }) => verdict === 'broken') ?? steps.find(({ verdict }) => verdict === 'waiting');
  return (
    <section aria-label="The way through both systems">
      <h2 className="font-semibold">
        {kinds[trace.subject.kind]} <UntrustedText text={trace.subject.title} />
      </h2>
      <p className="pb-3 text-muted" role="status">
        {end === undefined ? 'Nothing stands in its way.' : <TimedText text={end.says} name="Since" />}{' '}
        {trace.incidentKey === null ? null : (
          <Link href={incidentPath(trace.incidentKey)} prefetch={false} className="text-accent underline">
            Open incident #{trace.incidentKey}
          </Link>
        )}{' '}
        {trace.alertId === null ? null : (
          <Link
            href={alertsPath(alertsAddress.print({ q: `id:${trace.alertId}`, row: trace.alertId }))}
            prefetch={false}
            className="text-accent underline"
          >
            Open the alert
          </Link>
        )}{' '}
        <span className="text-faint">
          Traced <Timestamp at={trace.tracedAt} form="clock" name="Traced" />
        </span>
      </p>
      <ol>
        {steps.map((step) => (
          <TraceStepRow key={step.name} step={step} />
        ))}
      </ol>
    </section>
  );
}

export function TraceResult({ reply, missedIn }: { reply: TraceReply; missedIn: MissedIn }) {
  switch (reply.kind) {
    case 'traced':
      return <Steps trace={reply.trace} missedIn={missedIn} />;
    case 'several':
      return (
        <section aria-label="Several rules have this in their name">
          <h2 className="font-semibold">Which one?</h2>
          <ul className="mt-1">
            {reply.subjects.map(({ kind, id, title }) => (
              <li key={id} className="border-t">
                <Link
                  href={tracePath(id, missedIn)}
                  prefetch={false}
                  className="flex min-h-8 items-center gap-3 hover:underline"
                >
                  <span className="w-20 text-muted">{kinds[kind]}</span>
                  <UntrustedText text={title} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      );
    case 'unknown':
      return (
        <EmptyState title="Nobody knows this">
          <UntrustedText text={`“${reply.lookedFor}” was looked for in ${reply.lookedIn.join(', ')}.`} />
        </EmptyState>
      );
  }
}
