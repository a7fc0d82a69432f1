/** One step of the way: how it went, what was found, and what to do about it. */
'use client';
import Link from 'next/link';
import { TimedText } from '@/components/features/tracer/timed-text';
import { VerdictMark } from '@/components/features/tracer/verdict-mark';
import { WaitingClock } from '@/components/features/tracer/waiting-clock';
import { CopyButton } from '@/components/ui/copy-button';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { TraceEvidence, TraceFix, TraceStep, TraceStepName } from '@/lib/domain/trace/trace';
import { huntingPath } from '@/lib/routes/paths';

const names: Record<TraceStepName, string> = {
  rule: 'Rule',
  run: 'Runs',
  telemetry: 'Telemetry',
  alert: 'Alert',
  incident: 'Correlation',
  sync: 'Sync',
  queue: 'Your incident filter',
  alertQueue: 'Your alert filter',
};

function Evidence({ evidence }: { evidence: TraceEvidence }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <dt className="w-56 shrink-0 text-muted">
        <UntrustedText text={evidence.label} />
      </dt>
      <dd className="flex min-w-0 flex-1 basis-56 flex-wrap items-baseline gap-x-3">
        <span className="min-w-0">
          <TimedText text={evidence.value} name={evidence.label} />
        </span>
        {evidence.query === undefined ? null : (
          <Link
            href={huntingPath({ query: evidence.query })}
            prefetch={false}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            See for yourself
          </Link>
        )}
      </dd>
    </div>
  );
}

function Fix({ fix }: { fix: TraceFix }) {
  return (
    <div className="mt-2 border-l-2 border-accent pl-3">
      <p>
        {fix.says}{' '}
        {fix.link === null ? null : (
          <a href={fix.link} target="_blank" rel="noopener noreferrer" className="text-accent underline">
            Microsoft’s page<span className="sr-only"> (new tab)</span>
          </a>
        )}
      </p>
      {fix.command === null ? null : (
        <div className="mt-1 flex items-start gap-2">
          {/* Long lines scroll inside, so that the page never does. */}
          <pre className="min-w-0 flex-1 overflow-x-auto rounded border bg-panel px-3 py-2 font-mono text-[12px]">
            {fix.command}
          </pre>
          <CopyButton text={fix.command} label="Copy the command" />
        </div>
      )}
    </div>
  );
}

export function TraceStepRow({ step }: { step: TraceStep }) {
  return (
    <li className="flex flex-col gap-1 border-t py-3 sm:flex-row sm:gap-4">
      <div className="flex w-40 shrink-0 flex-col gap-0.5">
        <h3 className="font-medium">{names[step.name]}</h3>
        <VerdictMark verdict={step.verdict} />
      </div>
      <div className="min-w-0 flex-1">
        <p>
          <TimedText text={step.says} name={names[step.name]} />
          {step.at === null ? null : (
            <span className="text-muted">
              {' '}
              <Timestamp at={step.at} name={names[step.name]} />
            </span>
          )}
        </p>
        {step.verdict === 'waiting' && step.dueAt !== null ? <WaitingClock dueAt={step.dueAt} /> : null}
        {step.evidence.length === 0 ? null : (
          <dl className="mt-1">
            {step.evidence.map((evidence) => (
              <Evidence key={evidence.label} evidence={evidence} />
            ))}
          </dl>
        )}
        {step.fix === null ? null : <Fix fix={step.fix} />}
      </div>
    </li>
  );
}
