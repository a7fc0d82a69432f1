/** "Bi-directional sync": how it is set, how it goes, what it costs, and a check that one can make oneself. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import Link from 'next/link';
import { CheckSection } from '@/components/features/settings/sync/check-section';
import { CostSection } from '@/components/features/settings/sync/cost-section';
import { FactsSection } from '@/components/features/settings/sync/facts-section';
import { GoingSection } from '@/components/features/settings/sync/going-section';
import { SeveritiesSection } from '@/components/features/settings/sync/severities-section';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { incidentQueries } from '@/lib/queries/incidents';
import { syncQueries, useReadSyncAgain } from '@/lib/queries/sync';
import { settingsPath } from '@/lib/routes/paths';

function Filling() {
  return (
    <div aria-busy className="flex flex-col gap-3 py-4">
      {['status', 'workspace', 'direction', 'alerts', 'entities'].map((name) => (
        <div key={name} className="flex min-h-8 items-center gap-4 border-t">
          <Skeleton className="w-40" />
          <Skeleton className="w-64" />
        </div>
      ))}
    </div>
  );
}

export function SyncPage() {
  const overview = useQuery(syncQueries.overview());
  const { data: health } = useQuery({ ...incidentQueries.list(), select: (list) => list.health });
  const again = useReadSyncAgain();
  const error = again.error ?? overview.error;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="max-w-3xl px-4 pb-12 sm:px-6">
        <p className="pt-4 text-muted">
          <Link
            href={settingsPath()}
            prefetch={false}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            Settings
          </Link>{' '}
          / Microsoft Sentinel
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1 className="flex-1 font-semibold text-title">Bi-directional sync</h1>
          {overview.data === undefined ? null : (
            <span className="text-muted">
              Settings read <Timestamp at={overview.data.settings.readAt} form="clock" name="Settings read" />
            </span>
          )}
          <Button icon={RotateCw} disabled={again.isPending} onClick={() => again.mutate()}>
            {again.isPending ? 'Reading …' : 'Read again'}
          </Button>
        </div>
        {error === null ? null : (
          <Banner tone="error" title="The sync could not be looked at.">
            {error.message}
          </Banner>
        )}
        {overview.isLoading ? <Filling /> : null}
        {overview.data === undefined ? null : (
          <>
            <FactsSection overview={overview.data} health={health ?? []} />
            <GoingSection overview={overview.data} health={health ?? []} />
            <SeveritiesSection facts={overview.data.measures.severities} />
            <CheckSection settings={overview.data.settings} />
            <CostSection charges={overview.data.settings.charges} />
          </>
        )}
      </div>
    </div>
  );
}
