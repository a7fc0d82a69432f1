/** An address that leads nowhere: what it was, and where to go from here. */
'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { incidentsPath } from '@/lib/routes/paths';

export function LostPage() {
  const pathname = usePathname();
  return (
    <EmptyState
      page
      title="There is no such page"
      action={
        <Link href={incidentsPath()} className="text-accent underline">
          Go to the incidents
        </Link>
      }
    >
      <p className="break-all font-mono text-[12px]">
        <UntrustedText text={pathname} />
      </p>
      <p>
        An incident is found by any of its ids or portal addresses: <Kbd keys="Ctrl K" />
      </p>
    </EmptyState>
  );
}
