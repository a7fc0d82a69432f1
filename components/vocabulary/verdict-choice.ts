/** The verdict that a form is about to give: classification by one letter, details where the owning system has them. */
import type { Classification } from '@/components/vocabulary/verdict-words';
import type { Verdict } from '@/lib/domain/incident/incident';
import { determinationsOf, reasonsOf } from '@/lib/domain/incident/verdict';
import type { System } from '@/lib/domain/source/source';

/** The second key after `e`, and the key of the choice in the dialog. */
export const classificationLetters = [
  { letter: 't', classification: 'truePositive' },
  { letter: 'b', classification: 'benignPositive' },
  { letter: 'f', classification: 'falsePositive' },
  { letter: 'u', classification: 'undetermined' },
] as const satisfies readonly { letter: string; classification: Classification }[];

/** Determinations exist where Defender knows the incident, reasons where Sentinel alone does. */
export function detailsOf(classification: Classification, systems: readonly System[]): readonly string[] {
  return systems.includes('defender') ? determinationsOf[classification] : reasonsOf[classification];
}

/** A verdict of a classification and, if somebody chose one, a detail that goes with it. Nothing is made up. */
export function verdictOf(
  classification: Classification,
  detail: string | null,
  note: string,
  systems: readonly System[],
): Verdict {
  const chosen = detail !== null && detailsOf(classification, systems).includes(detail) ? detail : null;
  const inDefender = systems.includes('defender');
  return {
    classification,
    determination: inDefender ? chosen : null,
    reason: inDefender ? null : chosen,
    comment: note.trim() === '' ? null : note.trim(),
  };
}
