/** A number that names two incidents: whose number it is, and what the other one is called. */
import type { IncidentMeaning } from '@/lib/domain/incident/incident-lookup';

/** `asked` is what was typed, e.g. `#12302`. Of an incident that only Sentinel has, the key is a GUID that helps nobody. */
export function meaningWords({ key, system }: IncidentMeaning, asked: string): string {
  const number = String(Number(asked.replace(/\D/gu, '')));
  if (system === 'sentinel') {
    return /^\d+$/u.test(key) ? `Open Sentinel’s ${number}, which is Defender’s #${key}` : `Open Sentinel’s ${number}`;
  }
  return key === number ? `Open Defender’s #${number}` : `Open Defender’s #${number}, merged into #${key}`;
}
