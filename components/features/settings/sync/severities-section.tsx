/** "Sync all severities": what arrives of each severity, and where the switch is, which no API reaches. */
'use client';
import { SettingsSection } from '@/components/features/settings/fact-table';
import { Badge } from '@/components/ui/badge';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import type { Severity } from '@/lib/domain/incident/incident';
import { type SeverityArrivals, type SeverityChoice, severityChoice } from '@/lib/domain/sync/severity-choice';

/** Settings › Microsoft Sentinel of the Defender portal; the pages in it have no addresses of their own that are known. */
const settingsPage = 'https://security.microsoft.com/sentinelsettings';

const wordsOf = (kept: readonly Severity[]): string =>
  kept.map((severity) => severityWords[severity].toLowerCase()).join(', ');

function Verdict({ choice }: { choice: SeverityChoice }) {
  switch (choice.kind) {
    case 'all':
      return (
        <>
          <Badge tone="good">All arrive</Badge> The newest incidents of every severity that Defender had this week
          reached Sentinel.
        </>
      );
    case 'filtered':
      return (
        <>
          <Badge tone="warning">Looks filtered</Badge> The newest of severity {wordsOf(choice.kept)} did not reach
          Sentinel, though later ones of other severities did.
        </>
      );
    case 'stalled':
      return (
        <>
          <Badge tone="warning">Not known</Badge> The newest of severity {wordsOf(choice.kept)} did not reach Sentinel,
          and nothing later did: a filter or an outage.
        </>
      );
    case 'unknown':
      return (
        <>
          <Badge>Not known</Badge> Defender had no incident this week that could tell.
        </>
      );
  }
}

export function SeveritiesSection({ facts }: { facts: readonly SeverityArrivals[] }) {
  return (
    <SettingsSection title="Sync all severities">
      <p className="flex flex-wrap items-center gap-x-2 pb-1">
        <Verdict choice={severityChoice(facts)} />
      </p>
      {facts.length === 0 ? null : (
        <table className="w-full max-w-md text-left tabular-nums">
          <caption className="sr-only">Defender incidents of the last seven days, older than ten minutes</caption>
          <thead className="text-muted">
            <tr>
              <th scope="col" className="font-normal">
                Last 7 days
              </th>
              <th scope="col" className="text-right font-normal">
                In Sentinel
              </th>
              <th scope="col" className="text-right font-normal">
                Missing
              </th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ severity, arrived, missing }) => (
              <tr key={severity} className="h-7 border-t">
                <th scope="row" className="font-normal">
                  <SeverityMark severity={severity} />
                </th>
                <td className="text-right">{arrived}</td>
                <td className={missing === 0 ? 'text-right text-faint' : 'text-right text-warning'}>{missing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="pt-2 text-muted">
        Microsoft’s APIs have no property for this switch, so it can be neither read nor set from here: what arrives is
        the evidence. In Defender it is under Settings › Microsoft Sentinel › Bi-directional sync › Sync all severities.
      </p>
      <PortalLink url={settingsPage}>Open Settings › Microsoft Sentinel in Defender</PortalLink>
    </SettingsSection>
  );
}
