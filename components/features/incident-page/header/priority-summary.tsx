/** The priority that the queue sorts by; opens into the reasons that it is made of. */
import { FieldButton } from '@/components/features/incident-page/header/header-field';
import { useNowMs } from '@/components/queue/use-now';
import { Popover } from '@/components/ui/popover';
import { PriorityScore } from '@/components/vocabulary/priority-score';
import { incidentPriority, priorityReasonWords } from '@/components/vocabulary/priority-words';
import { priorityMoment } from '@/components/vocabulary/use-incident-noun';
import type { Incident } from '@/lib/domain/incident/incident';

export function PrioritySummary({ incident }: { incident: Incident }) {
  // The moment of the queue's priorities, so that both pages show the same number.
  const { score, reasons } = incidentPriority(incident, priorityMoment(new Date(useNowMs('minute'))));
  return (
    <Popover
      label="Reasons of its priority"
      className="w-80 max-w-[calc(100vw-16px)] p-3"
      trigger={
        <FieldButton name="Priority">
          <PriorityScore score={score} />
        </FieldButton>
      }
    >
      <ul>
        {reasons.map((reason) => (
          <li key={reason.kind} className="py-0.5">
            {priorityReasonWords(reason)}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
