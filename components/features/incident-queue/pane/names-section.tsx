/** Every name the incident has, the ways into both portals with the right ids, and its four times, each called what it is. */
import { PaneFact, PaneSection } from '@/components/queue/pane/pane-section';
import { IdChip } from '@/components/vocabulary/id-chip';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { Timestamp } from '@/components/vocabulary/timestamp';
import type { Incident } from '@/lib/domain/incident/incident';

export function NamesSection({ incident }: { incident: Incident }) {
  const { defender, sentinel } = incident;
  return (
    <PaneSection title="Ids, links and times">
      <dl>
        <PaneFact name="Defender">
          {defender === null ? (
            <span className="text-faint">Does not know it</span>
          ) : (
            <span className="flex flex-wrap items-center gap-x-3">
              <IdChip id={defender.id} name="Defender incident id" />
              <PortalLink url={defender.webUrl}>Open in Defender</PortalLink>
            </span>
          )}
        </PaneFact>
        <PaneFact name="Sentinel">
          {sentinel === null ? (
            <span className="text-faint">Does not show it yet</span>
          ) : (
            <span className="flex flex-wrap items-center gap-x-3">
              <IdChip id={String(sentinel.number)} name="Sentinel incident number" />
              <IdChip id={sentinel.name} name="Sentinel incident GUID" shown={`${sentinel.name.slice(0, 8)}…`} />
              <PortalLink url={sentinel.webUrl}>Open in Sentinel</PortalLink>
            </span>
          )}
        </PaneFact>
        <PaneFact name="Happened">
          <Timestamp at={incident.firstActivityAt} form="full" name="First activity" />
        </PaneFact>
        <PaneFact name="Created">
          <Timestamp at={incident.createdAt} form="full" name="Created at Microsoft" />
        </PaneFact>
        <PaneFact name="Changed">
          <Timestamp at={incident.updatedAt} form="full" name="Last change at Microsoft" />
        </PaneFact>
      </dl>
    </PaneSection>
  );
}
