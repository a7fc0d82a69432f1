/** What a shift leaves behind: troubles first, then what the next shift has to go on with, then what is done. */
import type { ReactNode } from 'react';
import { HandOverLine } from '@/components/features/hand-over/hand-over-line';
import { severityWords } from '@/components/vocabulary/severity';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { HandOverFacts as Facts, HandOverLine as Line } from '@/lib/domain/hand-over/hand-over';
import { severities } from '@/lib/domain/incident/incident';

function Section({
  title,
  count,
  none,
  children,
}: {
  title: string;
  count: number;
  none: string;
  children: ReactNode;
}) {
  return (
    <section className="pt-4">
      <h2 className="font-semibold">
        {title} <span className="text-muted tabular-nums">{count}</span>
      </h2>
      {count === 0 ? <p className="text-muted">{none}</p> : children}
    </section>
  );
}

function Lines({ title, lines, none }: { title: string; lines: readonly Line[]; none: string }) {
  return (
    <Section title={title} count={lines.length} none={none}>
      <ul className="mt-1">
        {lines.map((line) => (
          <HandOverLine key={line.key} line={line} />
        ))}
      </ul>
    </Section>
  );
}

export function HandOverFacts({ facts }: { facts: Facts }) {
  const { arrived, shift } = facts;
  const bySeverity = severities.flatMap((severity) => {
    const count = arrived.bySeverity[severity];
    return count === undefined ? [] : [`${count} ${severityWords[severity].toLowerCase()}`];
  });
  return (
    <>
      <p className="pt-2">
        <Timestamp at={shift.from} form="full" name="From" /> to <Timestamp at={shift.to} form="full" name="To" />:{' '}
        {arrived.alerts} alerts in {arrived.incidents} new incidents
        {bySeverity.length === 0 ? '' : ` (${bySeverity.join(', ')})`}.
      </p>
      <Section title="Trouble" count={facts.trouble.length} none="Everything that was said reached both systems.">
        <ul className="mt-1">
          {facts.trouble.map((sentence) => (
            <li key={sentence} className="border-t py-1 text-warning">
              <UntrustedText text={sentence} />
            </li>
          ))}
        </ul>
      </Section>
      <Lines title="High and nobody’s" lines={facts.unassignedHigh} none="Every high incident has somebody." />
      <Lines title="Unfinished" lines={facts.unfinished} none="Nothing is left half done." />
      <Lines title="Resolved" lines={facts.resolved} none="Nothing was resolved in this shift." />
      <Lines title="Also changed" lines={facts.changed} none="Nothing else changed." />
    </>
  );
}
