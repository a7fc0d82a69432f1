/**
 * Which incident first: Defender's score where there is one, else one by severity, raised by what makes waiting
 * dangerous. Every point has its reason, because a number that cannot be asked is a number that is not believed.
 */
import type { Incident, Severity } from '@/lib/domain/incident/incident';
import { isOpen } from '@/lib/domain/incident/is-open';
import { isOverdue } from '@/lib/domain/incident/response-time';
import type { Product } from '@/lib/domain/source/source';

/** Where some of the points come from. */
export type PriorityReason =
  | { kind: 'defender'; points: number }
  | { kind: 'severity'; points: number; severity: Severity }
  | { kind: 'confirmed'; points: number; products: readonly Product[] }
  | { kind: 'overdue'; points: number }
  | { kind: 'unassigned'; points: number };

/** `score` is 0–100: over 85 top, 15–85 medium, below 15 low, as in Defender. */
export type Priority = { score: number; reasons: readonly PriorityReason[] };

/** In the middle of Defender's bands, so that scored and unscored incidents can stand in one list. */
const severityPoints = {
  high: 70,
  medium: 45,
  low: 20,
  informational: 5,
  unknown: 20,
} as const satisfies Record<Severity, number>;

/** Products that correlate what others saw confirm nothing of their own. */
const correlators: ReadonlySet<Product> = new Set(['defenderXdr', 'unknown']);

/** The products whose alerts agree on an incident; fewer than two confirm nothing. */
export function confirmedBy(incident: Incident): readonly Product[] {
  const independent = incident.products.filter((product) => !correlators.has(product));
  return independent.length < 2 ? [] : independent;
}

/** `now` decides what is overdue. */
export function priorityOf(incident: Incident, now: Date): Priority {
  const { severity, priorityScore } = incident;
  const reasons: PriorityReason[] = [
    priorityScore === null
      ? { kind: 'severity', points: severityPoints[severity], severity }
      : { kind: 'defender', points: priorityScore },
  ];
  const products = confirmedBy(incident);
  if (products.length > 0) reasons.push({ kind: 'confirmed', points: products.length > 2 ? 15 : 10, products });
  const open = isOpen(incident);
  if (open && isOverdue(incident, now)) reasons.push({ kind: 'overdue', points: 10 });
  if (open && incident.assignee === null) reasons.push({ kind: 'unassigned', points: 5 });
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  return { score: Math.min(100, Math.max(0, Math.round(sum))), reasons };
}
