/** What keeping the two systems in step costs: nothing, says Microsoft, and the workspace's own account of it. */
'use client';
import Link from 'next/link';
import { SettingsSection } from '@/components/features/settings/fact-table';
import { FactRow } from '@/components/features/settings/sync/fact-row';
import { Badge } from '@/components/ui/badge';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { SyncSettings, TableCharge } from '@/lib/domain/sync/sync-overview';
import { syncedTables, usageQuery, usageTimespan } from '@/lib/domain/sync/usage-query';
import { isUnread } from '@/lib/domain/trace/rule-steps';
import { huntingPath } from '@/lib/routes/paths';

const megabytes = (size: number): string =>
  `${size.toLocaleString('en', { maximumFractionDigits: size < 10 ? 2 : 0 })} MB`;

const days = (isoDays: string): string => isoDays.replace(/^P(\d+)D$/u, '$1 days');

function Measured({ charges, table }: { charges: readonly TableCharge[]; table: string }) {
  const charge = charges.find((each) => each.table === table);
  if (charge === undefined) return <>Free by Microsoft’s price list. The workspace’s Usage table has no row of it.</>;
  return (
    <>
      By the workspace’s Usage table, in {days(usageTimespan)}: {megabytes(charge.billedMb)} billed,{' '}
      {megabytes(charge.freeMb)} free.
    </>
  );
}

/** A figure only where the workspace has counted. */
function Amount({ charges, table }: { charges: SyncSettings['charges']; table: string }) {
  const charge = isUnread(charges) ? undefined : charges.find((each) => each.table === table);
  if (charge === undefined) return <Badge>Not measured</Badge>;
  return charge.billedMb > 0 ? (
    <Badge tone="warning">{megabytes(charge.billedMb)} billed</Badge>
  ) : (
    <Badge tone="good">0, no charge</Badge>
  );
}

export function CostSection({ charges }: { charges: SyncSettings['charges'] }) {
  return (
    <SettingsSection title="Cost" note="Microsoft brings incidents and alerts of Defender to Sentinel free of charge.">
      <dl>
        {syncedTables.map((table) => (
          <FactRow key={table} name={table} value={<Amount charges={charges} table={table} />}>
            {isUnread(charges) ? (
              <>
                Free by Microsoft’s price list; the workspace’s own account could not be read:{' '}
                <UntrustedText text={charges.unread} />
              </>
            ) : (
              <Measured charges={charges} table={table} />
            )}
          </FactRow>
        ))}
      </dl>
      <pre className="mt-2 max-w-2xl whitespace-pre-wrap rounded bg-panel px-3 py-2 font-mono text-[12px] wrap-anywhere">
        {usageQuery}
      </pre>
      <p className="flex flex-wrap gap-x-4 pt-1">
        <Link
          href={huntingPath({ query: usageQuery, timespan: usageTimespan })}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          Run this in hunting
        </Link>
        <a
          href="https://learn.microsoft.com/azure/sentinel/billing#free-data-sources"
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          Microsoft’s page<span className="sr-only"> (new tab)</span>
        </a>
      </p>
    </SettingsSection>
  );
}
