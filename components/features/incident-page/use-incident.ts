/** The incident that an address means, whatever name it uses; other names and merged incidents lead to the stable address. */
import { useQuery } from '@tanstack/react-query';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import type { UnknownIncident } from '@/lib/domain/incident/incident-lookup';
import { incidentQueries } from '@/lib/queries/incidents';

export type IncidentState =
  /** `incident` is there early when the queue already knows it. */
  | { kind: 'reading'; incident: Incident | null }
  | { kind: 'found'; incident: Incident; detail: IncidentDetail; staleBecause: string | null }
  | { kind: 'elsewhere'; to: string }
  | { kind: 'unknown'; unknown: UnknownIncident }
  | { kind: 'failed'; incident: Incident | null; message: string; again: () => void };

export function useIncident(key: string): { state: IncidentState; list: IncidentList | undefined } {
  const list = useQuery(incidentQueries.list()).data;
  const { data, error, refetch } = useQuery(incidentQueries.detail(key));
  const listed = list?.incidents.find((incident) => incident.key === key) ?? null;
  const state = ((): IncidentState => {
    if (data?.kind === 'found') {
      const { detail } = data;
      return { kind: 'found', incident: detail.incident, detail, staleBecause: error?.message ?? null };
    }
    if (data?.kind === 'redirected') return { kind: 'elsewhere', to: data.to };
    if (data?.kind === 'unknown') return { kind: 'unknown', unknown: data };
    if (error !== null) {
      return { kind: 'failed', incident: listed, message: error.message, again: () => void refetch() };
    }
    return { kind: 'reading', incident: listed };
  })();
  return { state, list };
}
