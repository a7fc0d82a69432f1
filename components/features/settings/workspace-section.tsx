/** Which tenant and workspace this console looks at. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { SettingsId, SettingsRow, SettingsSection } from '@/components/features/settings/fact-table';
import { Skeleton } from '@/components/ui/skeleton';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { sessionQueries } from '@/lib/queries/session';

export function WorkspaceSection() {
  const { data: session, error } = useQuery(sessionQueries.current());
  const workspace = session?.workspace;
  return (
    <SettingsSection title="Tenant and workspace">
      {error === null ? null : <p className="text-danger">Could not be read: {error.message}</p>}
      <dl>
        <SettingsRow name="Tenant">
          {session === undefined ? <Skeleton className="w-24" /> : <UntrustedText text={session.tenant.displayName} />}
        </SettingsRow>
        <SettingsRow name="Tenant id">
          <SettingsId id={session?.tenant.id} name="tenant id" />
        </SettingsRow>
        <SettingsRow name="Workspace">
          <SettingsId id={workspace?.name} name="workspace name" />
        </SettingsRow>
        <SettingsRow name="Workspace id">
          <SettingsId id={workspace?.id} name="workspace id" />
        </SettingsRow>
        <SettingsRow name="Resource group">
          <SettingsId id={workspace?.resourceGroup} name="resource group" />
        </SettingsRow>
        <SettingsRow name="Region">
          <SettingsId id={workspace?.location} name="region" />
        </SettingsRow>
        <SettingsRow name="Subscription">
          <SettingsId id={workspace?.subscriptionId} name="subscription id" />
        </SettingsRow>
        <SettingsRow name="Signed in as">
          {session === undefined ? (
            <Skeleton className="w-40" />
          ) : (
            <>
              <UntrustedText text={session.me.displayName ?? session.me.name} />
              <span className="text-muted">
                <UntrustedText text={session.me.name} />
              </span>
            </>
          )}
        </SettingsRow>
      </dl>
    </SettingsSection>
  );
}
