/** Says that the id which led here belongs to an incident that was merged into this one, after asking the server whether it was. */
import { useQuery } from '@tanstack/react-query';
import { Banner } from '@/components/ui/banner';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { type IncidentName, identifyIncident } from '@/lib/domain/incident/identify';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentQueries } from '@/lib/queries/incidents';

function names(name: IncidentName, { defender, sentinel }: Incident): boolean {
  switch (name.kind) {
    case 'defenderId':
      return name.id === defender?.id;
    case 'sentinelName':
      return name.name === sentinel?.name.toLowerCase();
    case 'sentinelNumber':
      return name.number === sentinel?.number;
  }
}

/** Another name of the same incident is no merge: its GUID, its Sentinel number, its address in a portal. */
export function isOwnName(from: string, incident: Incident): boolean {
  return identifyIncident(from).some((name) => names(name, incident));
}

export function MergedNotice({
  from,
  incident,
  onDismiss,
}: {
  from: string;
  incident: Incident;
  onDismiss: () => void;
}) {
  // The address alone proves nothing: anybody can send a link with any `from`.
  const { data } = useQuery(incidentQueries.resolve(from));
  if (data?.kind !== 'redirected' || data.to !== incident.key) return null;
  return (
    <Banner
      title={
        <>
          <UntrustedText text={from} /> was merged into {incident.key}.
        </>
      }
      onDismiss={onDismiss}
    >
      Its alerts are here now; its comments stay with it, and its log can be read under Activity.
    </Banner>
  );
}
