/** The five facts of Microsoft's page, each with what it rests on. */
'use client';
import { SettingsSection } from '@/components/features/settings/fact-table';
import { FactRow } from '@/components/features/settings/sync/fact-row';
import { Badge } from '@/components/ui/badge';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { SourceHealth } from '@/lib/domain/source/source';
import { type SyncFact, type SyncFactName, syncFacts } from '@/lib/domain/sync/sync-facts';
import type { NewestRows, SyncOverview } from '@/lib/domain/sync/sync-overview';
import { isUnread } from '@/lib/domain/trace/rule-steps';

const names: Record<SyncFactName, string> = {
  status: 'Sync status',
  workspace: 'Sentinel workspace',
  direction: 'Incident sync direction',
  alerts: 'Alert sync',
  entities: 'Entity sync',
};

const newestOf: Partial<Record<SyncFactName, { rows: keyof NewestRows; says: string }>> = {
  status: { rows: 'incidents', says: 'Last written by the sync in SecurityIncident' },
  alerts: { rows: 'alerts', says: 'Newest alert of another product in SecurityAlert' },
  entities: { rows: 'entities', says: 'Newest row in IdentityInfo' },
};

function Newest({ fact, newest }: { fact: SyncFact; newest: SyncOverview['settings']['newest'] }) {
  const wanted = newestOf[fact.name];
  if (wanted === undefined) return null;
  if (isUnread(newest))
    return (
      <p>
        {wanted.says}: could not be read (
        <UntrustedText text={newest.unread} />)
      </p>
    );
  const at = newest[wanted.rows];
  return (
    <p>
      {wanted.says}: {at === null ? 'none in 14 days' : <Timestamp at={at} form="full" name={wanted.says} />}
    </p>
  );
}

function Value({ fact }: { fact: SyncFact }) {
  if (fact.value === null) return <span className="text-faint">Could not be read</span>;
  if (fact.tone === 'plain') return <UntrustedText text={fact.value} />;
  return <Badge tone={fact.tone}>{fact.value}</Badge>;
}

export function FactsSection({ overview, health }: { overview: SyncOverview; health: readonly SourceHealth[] }) {
  return (
    <SettingsSection title="How it is set" note="Read from the workspace’s connector, onboarding state and settings.">
      <dl>
        {syncFacts(overview, health).map((fact) => (
          <FactRow key={fact.name} name={names[fact.name]} value={<Value fact={fact} />}>
            <p>
              <UntrustedText text={fact.says} />
              {fact.since === undefined ? null : (
                <>
                  {' '}
                  Since <Timestamp at={fact.since} form="full" name="Since" />.
                </>
              )}
            </p>
            <Newest fact={fact} newest={overview.settings.newest} />
          </FactRow>
        ))}
      </dl>
    </SettingsSection>
  );
}
