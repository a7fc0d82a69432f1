/** What an incident is called in one word: Defender's id, else Sentinel's number. */
import type { Incident } from '@/lib/domain/incident/incident';

export function incidentName(incident: Incident): string {
  return `#${incident.defender?.id ?? incident.sentinel?.number ?? incident.key}`;
}
