/** An incident in three lines: who saw it, how far it got, when it happened. Only what both systems say; no guesses. */
import { duration } from '@/components/vocabulary/format-time';
import { productWords } from '@/components/vocabulary/product-words';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import type { Incident } from '@/lib/domain/incident/incident';

function joined(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
}

export function sourceLine(incident: Incident): string {
  const alerts = `${incident.alertCount} ${incident.alertCount === 1 ? 'alert' : 'alerts'}`;
  const names = incident.products
    .filter((product) => product !== 'unknown')
    .map((product) => productWords[product].name.replace('Microsoft ', ''));
  if (names.length === 0) return `${alerts}.`;
  const confirmed = names.length > 1 ? ', confirmed by more than one source' : '';
  return `${alerts} from ${joined(names)}${confirmed}.`;
}

export function tacticLine(incident: Incident): string | null {
  return incident.tactics.length === 0 ? null : `${incident.tactics.map(tacticWord).join(' → ')}.`;
}

/** How long the activity went on, when both ends are known. */
export function activitySpan(incident: Incident): string | null {
  if (incident.firstActivityAt === null || incident.lastActivityAt === null) return null;
  const ms = Date.parse(incident.lastActivityAt) - Date.parse(incident.firstActivityAt);
  return ms <= 0 ? null : duration(ms);
}
