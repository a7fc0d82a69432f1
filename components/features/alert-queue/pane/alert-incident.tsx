/** The incident that the alert is in, why it is in it, and the way to its other alerts. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight } from 'lucide-react';
import Link from 'next/link';
import { incidentShort } from '@/components/features/alert-queue/alert-words';
import { PaneSection } from '@/components/queue/pane/pane-section';
import { linkWords } from '@/components/vocabulary/correlation-words';
import { SeverityMark } from '@/components/vocabulary/severity';
import { StatusMark } from '@/components/vocabulary/status';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { AlertLink } from '@/lib/domain/alert/alert-link';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentQueries } from '@/lib/queries/incidents';
import { alertsAddress } from '@/lib/routes/alerts-search';
import { alertsPath, incidentPath } from '@/lib/routes/paths';

/** All alerts of one incident, whatever their status and however old. */
export function siblingsPath(incidentKey: string): string {
  return alertsPath(alertsAddress.print({ q: `incident:${incidentKey}` }));
}

function LinkedBecause({ link }: { link: AlertLink }) {
  return (
    <p className="mt-1">
      <span className="text-muted">Linked because: </span>
      <UntrustedText text={linkWords(link)} />
    </p>
  );
}

export function AlertIncident({ incidentKey, link }: { incidentKey: string | null; link: AlertLink | null }) {
  const { data: incident } = useQuery({
    ...incidentQueries.list(),
    select: (list): Incident | null => list.incidents.find(({ key }) => key === incidentKey) ?? null,
    enabled: incidentKey !== null,
  });
  if (incidentKey === null)
    return (
      <PaneSection title="Incident">
        <p className="text-muted">The alert is in no incident.</p>
      </PaneSection>
    );
  return (
    <PaneSection title="Incident">
      <Link
        href={incidentPath(incidentKey)}
        prefetch={false}
        className="-mx-2 flex min-h-8 items-center gap-2 rounded px-2 hover:bg-hover"
      >
        {incident == null ? null : <SeverityMark severity={incident.severity} word={false} />}
        <span className="font-mono text-[12px] text-muted">{incidentShort(incidentKey)}</span>
        <span className="min-w-0 flex-1 truncate">
          {incident == null ? 'Open the incident' : <UntrustedText text={incident.title} />}
        </span>
        <ArrowUpRight aria-hidden className="size-3.5 shrink-0 text-faint" />
      </Link>
      {incident == null ? null : (
        <p className="flex items-center gap-3">
          <StatusMark status={incident.status} />
          <Link
            href={siblingsPath(incidentKey)}
            className="inline-flex min-h-6 items-center text-accent hover:underline"
          >
            {incident.alertCount === 1 ? 'Its only alert' : `All ${incident.alertCount.toLocaleString('en')} alerts`}
          </Link>
        </p>
      )}
      {link === null ? null : <LinkedBecause link={link} />}
    </PaneSection>
  );
}
