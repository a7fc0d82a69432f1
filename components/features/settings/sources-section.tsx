/** How the two systems are doing, as the server sees them. */
'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { SettingsRow, SettingsSection } from '@/components/features/settings/fact-table';
import { Badge } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { SourceHealth } from '@/lib/domain/source/source';
import { incidentQueries } from '@/lib/queries/incidents';
import { syncPath } from '@/lib/routes/paths';

const names = { defender: 'Microsoft Defender XDR', sentinel: 'Microsoft Sentinel' } as const;

function Health({ health }: { health: SourceHealth }) {
  if (health.failingSince !== null)
    return (
      <>
        <Badge tone="danger">Failing</Badge>
        <span className="min-w-0">
          since <Timestamp at={health.failingSince} form="full" name="Failing since" />
          {health.reason === null ? null : (
            <span className="block text-muted">
              <UntrustedText text={health.reason} />
            </span>
          )}
        </span>
      </>
    );
  return (
    <>
      {health.filledAt === null ? <Badge tone="pending">Filling</Badge> : <Badge tone="good">Answers</Badge>}
      <span className="text-muted">
        last read <Timestamp at={health.lastSuccessAt} form="full" name="Last success" />
        {health.throttledUntil === null ? null : (
          <>
            , asked to wait until <Timestamp at={health.throttledUntil} form="clock" name="Throttled until" />
          </>
        )}
      </span>
    </>
  );
}

export function SourcesSection() {
  const { data: list, error } = useQuery(incidentQueries.list());
  return (
    <SettingsSection
      title="Sources"
      note="The server keeps one copy of both queues and asks only for what changed, within Microsoft’s quotas."
    >
      {error === null ? null : <p className="text-danger">Could not be read: {error.message}</p>}
      {list === undefined ? <Skeleton className="w-64" /> : null}
      <dl>
        {list?.health.map((health) => (
          <SettingsRow key={health.system} name={names[health.system]}>
            <Health health={health} />
          </SettingsRow>
        ))}
      </dl>
      <Link href={syncPath()} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
        Bi-directional sync: how it is set, how it goes, and a check
      </Link>
    </SettingsSection>
  );
}
