/** What keeping the two systems in step costs: nothing, says Microsoft, and the workspace's own account of it. */
'use client';
import Link from 'next/link';
import { SettingsSection } from '@/components/features/settings/fact-table';
import { FactRow } from '@/components/features/settings/sync/fact-row';
import { Badge } from '@/components/ui/badge';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { SyncSettings, TableCharge } from '@/lib/domain/sync/sync-overview';
import { isUnread } from '@/lib/domain/trace/rule-steps';
import { huntingPath } from '@/lib/routes/paths';

const tables = ['SecurityAlert', 'SecurityIncident'] as const;

const query = `Usage
| where DataType in ("SecurityAlert", "SecurityIncident")
| summarize Megabytes = sum(Quantity) by DataType, IsBillable`;

const megabytes = (size: number): string =>
  `${size.toLocaleString('en', { maximumFractionDigits: size < 10 ? 2 : 0 })} MB`;

function Measured({ charges, table }: { charges: readonly TableCharge[]; table: string }) {
  const charge = charges.find((each) => each.table === table);
  if (charge === undefined)
    return <>By Microsoft’s price list. Not measured: the workspace’s Usage table has no row of it.</>;
  return (
    <>
      {megabytes(charge.billedMb)} billed and {megabytes(charge.freeMb)} free in 31 days, by the workspace’s Usage
      table.
    </>
  );
}

function Amount({ charges, table }: { charges: SyncSettings['charges']; table: string }) {
  const charge = isUnread(charges) ? undefined : charges.find((each) => each.table === table);
  if (charge !== undefined && charge.billedMb > 0)
    return <Badge tone="warning">{megabytes(charge.billedMb)} billed</Badge>;
  return <Badge tone="good">0, no charge</Badge>;
}

export function CostSection({ charges }: { charges: SyncSettings['charges'] }) {
  return (
    <SettingsSection title="Cost" note="Microsoft brings incidents and alerts of Defender to Sentinel free of charge.">
      <dl>
        {tables.map((table) => (
          <FactRow key={table} name={table} value={<Amount charges={charges} table={table} />}>
            {isUnread(charges) ? (
              <>
                By Microsoft’s price list; the workspace’s own account could not be read:{' '}
                <UntrustedText text={charges.unread} />
              </>
            ) : (
              <Measured charges={charges} table={table} />
            )}
          </FactRow>
        ))}
      </dl>
      <p className="flex flex-wrap gap-x-4 pt-1">
        <Link
          href={huntingPath({ query, timespan: 'P31D' })}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          See for yourself
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
