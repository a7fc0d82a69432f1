/** Which system could not say its part, since when, and what is still shown. Nothing when everybody answered. */
import { TriangleAlert } from 'lucide-react';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { IncidentDetail, PartFailure } from '@/lib/domain/incident/incident-detail';
import { type System, systemWords } from '@/lib/domain/source/source';

const words = {
  incident: 'the incident',
  alerts: 'alerts',
  entities: 'entities',
  comments: 'comments',
  tasks: 'tasks',
} as const;
const other: Record<System, System> = { defender: 'sentinel', sentinel: 'defender' };

export function PartFailures({
  failures,
  part,
  inBoth,
}: {
  failures: readonly PartFailure[];
  part: PartFailure['part'];
  /** Whether both systems know the incident, so that the other one's part is what is shown. */
  inBoth: boolean;
}) {
  const here = failures.filter((failure) => failure.part === part || failure.part === 'incident');
  const failing = new Set(here.map((failure) => failure.system));
  return here.map(({ system, message, since }) => (
    <div
      key={system}
      role="alert"
      className="mx-4 my-2 flex items-start gap-2 rounded border bg-warning-wash px-3 py-2"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <p className="min-w-0">
        <strong className="font-medium">
          {systemWords[system]} has not told its {words[part]} since <Timestamp at={since} form="full" />.
        </strong>{' '}
        <span className="text-muted">
          <UntrustedText text={message} />{' '}
          {inBoth && !failing.has(other[system])
            ? `What ${systemWords[other[system]]} and the last good answer say is shown.`
            : 'The last good answer is shown, if there was one.'}
        </span>
      </p>
    </div>
  ));
}

/** The same for a part of the opened incident, which either system tells where both know it. */
export function DetailFailures({ detail, part }: { detail: IncidentDetail; part: PartFailure['part'] }) {
  const { incident, failures } = detail;
  return (
    <PartFailures failures={failures} part={part} inBoth={incident.defender !== null && incident.sentinel !== null} />
  );
}
