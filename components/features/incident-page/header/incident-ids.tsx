/** Every name the incident has, to copy, and the ways into Microsoft's own portals. */
import { IdChip } from '@/components/vocabulary/id-chip';
import { PortalLink } from '@/components/vocabulary/portal-link';
import type { Incident } from '@/lib/domain/incident/incident';

export function IncidentIds({ incident: { defender, sentinel } }: { incident: Incident }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-muted">
      {defender === null ? null : (
        <span className="inline-flex items-center gap-1.5">
          Defender <IdChip id={defender.id} name="Defender id" shown={`#${defender.id}`} />
        </span>
      )}
      {sentinel === null ? null : (
        <>
          <span className="inline-flex items-center gap-1.5">
            Sentinel <IdChip id={String(sentinel.number)} name="Sentinel number" />
          </span>
          <IdChip id={sentinel.name} name="Sentinel GUID" />
        </>
      )}
      {defender === null ? null : <PortalLink url={defender.webUrl}>Open in Defender</PortalLink>}
      {sentinel === null ? null : <PortalLink url={sentinel.webUrl}>Open in Sentinel</PortalLink>}
    </div>
  );
}
