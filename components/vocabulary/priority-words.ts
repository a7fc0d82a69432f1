/** Why an incident has its priority, in words. */
import { productWords } from '@/components/vocabulary/product-words';
import { severityWords } from '@/components/vocabulary/severity';
import type { Incident } from '@/lib/domain/incident/incident';
import { type Priority, type PriorityReason, priorityOf } from '@/lib/domain/incident/priority';

const joined = new Intl.ListFormat('en', { type: 'conjunction' });

export function priorityReasonWords(reason: PriorityReason): string {
  switch (reason.kind) {
    case 'defender':
      return `Defender scores it ${reason.points}`;
    case 'severity':
      return `${severityWords[reason.severity]} severity, not scored by Defender: ${reason.points}`;
    case 'confirmed':
      return `Confirmed by ${joined.format(reason.products.map((product) => productWords[product].short))}: +${reason.points}`;
    case 'overdue':
      return `Nobody began within its response time: +${reason.points}`;
    case 'unassigned':
      return `Nobody’s: +${reason.points}`;
  }
}

const known = new WeakMap<Incident, { nowMs: number; priority: Priority }>();

/** The same as `priorityOf`, kept while the incident and the moment are the same: a sort asks for thousands. */
export function incidentPriority(incident: Incident, now: Date): Priority {
  const nowMs = now.getTime();
  const before = known.get(incident);
  if (before?.nowMs === nowMs) return before.priority;
  const priority = priorityOf(incident, now);
  known.set(incident, { nowMs, priority });
  return priority;
}

export function priorityScoreOf(incident: Incident, now: Date): number {
  return incidentPriority(incident, now).score;
}
