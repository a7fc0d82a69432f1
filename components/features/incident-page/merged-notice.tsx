/** Says that the id which led here belongs to an incident that was merged into this one, after asking the server whether it was. */
import { useQuery } from '@tanstack/react-query';
import { Banner } from '@/components/ui/banner';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentQueries } from '@/lib/queries/incidents';

/** Another name of the same incident is no merge: its GUID, its Sentinel number, its address in a portal. */
export function isOwnName(from: string, { key, defender, sentinel }: Incident): boolean {
  const text = from.trim().toLowerCase().replace(/^#\s*/u, '');
  const names = [key, defender?.id, sentinel?.name, sentinel === null ? undefined : String(sentinel.number)];
  return names.some(
    (name) => name !== undefined && (text === name.toLowerCase() || text.includes(`/${name.toLowerCase()}`)),
  );
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
      Its alerts are here now; comments and activity stay with the old one.
    </Banner>
  );
}
