/** Which of the two systems hold the incident. `<SystemMark incident={incident} />` */
import type { Incident } from '@/lib/domain/incident/incident';

export function systemsText(incident: Pick<Incident, 'defender' | 'sentinel'>): string {
  if (incident.defender !== null && incident.sentinel !== null) return 'Defender + Sentinel';
  return incident.defender === null ? 'Sentinel' : 'Defender';
}

export function SystemMark({ incident }: { incident: Pick<Incident, 'defender' | 'sentinel'> }) {
  const { defender, sentinel } = incident;
  const where = [
    defender === null ? null : `Defender ${defender.id}`,
    sentinel === null ? null : `Sentinel #${sentinel.number}`,
  ].filter((text) => text !== null);
  return (
    <span className="truncate text-muted" title={where.join('\n')}>
      {systemsText(incident)}
    </span>
  );
}
