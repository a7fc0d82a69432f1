/** Defender's automated investigations: what each alert says of its own, and those on the devices. Sentinel has none. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { investigationWord, waitsForPeople } from '@/components/vocabulary/investigation-words';
import { MicrosoftPage } from '@/components/vocabulary/microsoft-page';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { productWords } from '@/components/vocabulary/product-words';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Alert } from '@/lib/domain/alert/alert';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import type { Investigation } from '@/lib/domain/incident/investigation';
import { incidentQueries } from '@/lib/queries/incidents';

const row = 'flex flex-wrap items-center gap-x-4 border-b px-4 py-1.5';

function State({ state }: { state: string }) {
  return (
    <span className={waitsForPeople(state) ? 'w-56 text-warning' : 'w-56'}>
      <UntrustedText text={investigationWord(state)} />
    </span>
  );
}

function OfAlert({ alert, onOpen }: { alert: Alert; onOpen: () => void }) {
  return (
    <li className={row}>
      <State state={alert.investigation ?? 'unknown'} />
      <Button tone="quiet" size="small" className="min-w-0 max-w-full" onClick={onOpen}>
        <span className="truncate">
          <UntrustedText text={alert.title} />
        </span>
      </Button>
      <span className="text-muted">{productWords[alert.product].short}</span>
      <span className="ml-auto text-muted">
        <PortalLink url={alert.webUrl}>Open in Defender</PortalLink>
      </span>
    </li>
  );
}

function OnDevice({ investigation }: { investigation: Investigation }) {
  const { id, state, stateDetails, device, startedAt, endedAt } = investigation;
  return (
    <li className={row}>
      <State state={state} />
      <span className="font-mono text-[12px] text-muted">{id}</span>
      <span className="min-w-0 truncate">
        <UntrustedText text={device ?? 'A device without a name'} />
      </span>
      {stateDetails === null ? null : (
        <span className="min-w-0 text-muted">
          <UntrustedText text={stateDetails} />
        </span>
      )}
      <span className="ml-auto text-muted">
        <Timestamp at={startedAt} name="Started" />{' '}
        {endedAt === null ? (
          'and goes on'
        ) : (
          <>
            to <Timestamp at={endedAt} name="Ended" />
          </>
        )}
      </span>
    </li>
  );
}

function Heading({ children }: { children: string }) {
  return <h3 className="border-b bg-panel px-4 py-1.5 font-medium">{children}</h3>;
}

function Devices({ incidentKey }: { incidentKey: string }) {
  const { data, error } = useQuery(incidentQueries.investigations(incidentKey));
  if (error !== null) return <p className="px-4 py-2 text-danger">They could not be read: {error.message}</p>;
  if (data === undefined) return <Skeleton className="mx-4 my-2 w-2/3" />;
  const { onDevices, failure, unaskedDevices } = data;
  return (
    <>
      {failure === null ? null : (
        <p role="alert" className="px-4 py-2 text-warning">
          Defender for Endpoint could not be asked: <UntrustedText text={failure} />
        </p>
      )}
      {failure === null && onDevices.length === 0 ? (
        <p className="px-4 py-2 text-muted">None on the devices of this incident since it began.</p>
      ) : null}
      <ul aria-label="Investigations on devices">
        {onDevices.map((investigation) => (
          <OnDevice key={investigation.id} investigation={investigation} />
        ))}
      </ul>
      {unaskedDevices === 0 ? null : (
        <p className="px-4 py-2 text-muted">{unaskedDevices} more devices were not asked about.</p>
      )}
    </>
  );
}

export function InvestigationsTab({
  detail: { incident, alerts },
  onOpenAlert,
}: {
  detail: IncidentDetail;
  onOpenAlert: (alert: Alert) => void;
}) {
  const capability = incidentCan.investigate(incident);
  const title = <h2 className="sr-only">Investigations</h2>;
  if (!capability.allowed) {
    return (
      <>
        {title}
        <EmptyState
          title="No automated investigation can run here"
          action={
            <span className="flex flex-wrap items-center gap-x-4">
              {incident.sentinel === null ? null : (
                <PortalLink url={incident.sentinel.webUrl}>Open in Sentinel to run a playbook</PortalLink>
              )}
              <MicrosoftPage href={capability.link} />
            </span>
          }
        >
          {capability.reason} Playbooks and hunting are the ways to investigate it. An alert of a Defender product that
          belongs to the same attack has an incident, and investigations, in Defender.
        </EmptyState>
      </>
    );
  }
  const investigated = alerts.filter(({ investigation }) => investigation !== undefined);
  return (
    <>
      {title}
      <Heading>Of its alerts</Heading>
      {investigated.length === 0 ? (
        <p className="flex flex-wrap items-center gap-x-3 px-4 py-2 text-muted">
          None of its {alerts.length} alerts started one: they start for alerts of endpoints and mailboxes whose groups
          allow it. <MicrosoftPage href="https://learn.microsoft.com/defender-xdr/m365d-autoir" />
        </p>
      ) : (
        <ul aria-label="Investigations of alerts">
          {investigated.map((alert) => (
            <OfAlert key={alert.id} alert={alert} onOpen={() => onOpenAlert(alert)} />
          ))}
        </ul>
      )}
      <Heading>On its devices</Heading>
      <Devices incidentKey={incident.key} />
    </>
  );
}
