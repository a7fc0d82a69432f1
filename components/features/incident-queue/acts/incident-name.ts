/** What an incident is called in one word: Defender's id, else Sentinel's number. */
import type { Incident } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

export function incidentName(incident: Incident): string {
  return `#${incident.defender?.id ?? incident.sentinel?.number ?? incident.key}`;
}

/** `#12345`, or `3 incidents`. */
export function incidentsName(incidents: readonly Incident[]): string {
  const [first] = incidents;
  return incidents.length === 1 && first !== undefined ? incidentName(first) : `${incidents.length} incidents`;
}

/** `#12345 Multi-stage attack`, or `3 incidents`. */
export function subjectOf(incidents: readonly Incident[]): string {
  const [first] = incidents;
  return incidents.length === 1 && first !== undefined
    ? `${incidentName(first)} ${visibleText(first.title)}`
    : incidentsName(incidents);
}
