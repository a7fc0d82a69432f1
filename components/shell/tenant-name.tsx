/** Whose incidents these are: tenant and workspace. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@/components/ui/skeleton';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { sessionQueries } from '@/lib/queries/session';

export function TenantName() {
  const { data: session, isError } = useQuery(sessionQueries.current());
  if (isError) return <span className="text-danger">Tenant could not be read</span>;
  if (session === undefined) return <Skeleton className="w-52" />;
  return (
    <p className="flex min-w-0 items-center gap-1.5">
      <strong className="font-semibold">
        <UntrustedText text={session.tenant.displayName} />
      </strong>
      <span aria-hidden className="text-faint max-sm:hidden">
        /
      </span>
      <span className="truncate font-mono text-[12px] text-muted max-sm:hidden">{session.workspace.name}</span>
    </p>
  );
}
