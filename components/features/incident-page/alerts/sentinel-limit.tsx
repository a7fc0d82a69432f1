/** How much of a large incident Sentinel shows: it keeps 150 alerts of one. Nothing for smaller ones. */
import { MicrosoftPage } from '@/components/vocabulary/microsoft-page';
import { PortalLink } from '@/components/vocabulary/portal-link';
import type { Incident } from '@/lib/domain/incident/incident';
import { sentinelMostAlerts } from '@/lib/domain/incident/sentinel-limit';

export function SentinelLimit({ incident, listed }: { incident: Incident; listed: number }) {
  const { defender, sentinel, alertCount } = incident;
  if (sentinel === null || alertCount <= sentinelMostAlerts) return null;
  const all = alertCount.toLocaleString('en');
  return (
    <p className="flex flex-wrap items-center gap-x-3 border-b px-4 py-1 text-muted">
      <span>
        Sentinel shows{' '}
        <strong className="font-medium text-ink">
          {sentinelMostAlerts}+ of {all}
        </strong>{' '}
        alerts; {listed >= alertCount ? `all ${all} are listed here` : `${listed.toLocaleString('en')} are listed here`}
        .
      </span>
      {defender === null ? null : <PortalLink url={defender.webUrl}>All in Defender</PortalLink>}
      <PortalLink url={sentinel.webUrl}>Sentinel’s {String(sentinelMostAlerts)}+</PortalLink>
      <MicrosoftPage href="https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration" />
    </p>
  );
}
