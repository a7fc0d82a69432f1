/** "Sync all severities": what arrives of each severity, and where the switch is, which no API reaches. */
'use client';
import { SettingsSection } from '@/components/features/settings/fact-table';
import { Badge } from '@/components/ui/badge';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import { type SeverityChoice, severityChoice } from '@/lib/domain/sync/severity-choice';
import type { SeverityFacts } from '@/lib/domain/trace/incident-steps';

/** Settings › Microsoft Sentinel of the Defender portal; the pages in it have no addresses of their own that are known. */
const settingsPage = 'https://security.microsoft.com/sentinelsettings';

function Verdict({ choice }: { choice: SeverityChoice }) {
  switch (choice.kind) {
    case 'all':
      return (
        <>
          <Badge tone="good">All arrive</Badge> Incidents of every severity that Defender had this week reached
          Sentinel.
        </>
      );
    case 'filtered':
      return (
        <>
          <Badge tone="warning">Filtered</Badge> None of severity{' '}
          {choice.kept.map((severity) => severityWords[severity].toLowerCase()).join(' or ')} reaches Sentinel, others
          do.
        </>
      );
    case 'unknown':
      return (
        <>
          <Badge>Not known</Badge> No Defender incident of this week that could tell is in Sentinel.
        </>
      );
  }
}

export function SeveritiesSection({ facts }: { facts: readonly SeverityFacts[] }) {
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
