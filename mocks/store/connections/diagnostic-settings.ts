/** Where Contoso's key vaults send their logs: by default to the workspace. */
import type { AzureDiagnosticSettingFields } from '@/lib/wire/azure-monitor/diagnostic-setting';
import { type AzureResource, azureResources } from '@/mocks/company/azure';
import { workspaceResourceId } from '@/mocks/company/tenant-ids';

export const vaults: readonly AzureResource[] = azureResources.filter(
  ({ type }) => type === 'Microsoft.KeyVault/vaults',
);

/** The switch of a vault's rows, by the name that its rows carry. */
export const vaultStream = (vault: string): string => `keyVault/${vault.toLowerCase()}`;

const usualName = 'audit-to-sentinel';
const usual: AzureDiagnosticSettingFields = {
  workspaceId: workspaceResourceId,
  logs: [{ category: 'AuditEvent', categoryGroup: null, enabled: true }],
  metrics: [],
};

export type DiagnosticSettings = {
  of(resourceId: string): ReadonlyMap<string, AzureDiagnosticSettingFields>;
  put(resourceId: string, name: string, fields: AzureDiagnosticSettingFields): void;
  /** False when there was none. */
  remove(resourceId: string, name: string): boolean;
  /** All vaults as they were at the start, or without any setting. */
  switchVaults(on: boolean): void;
  /** Whether the resource's audit log goes to the workspace. */
  sendsAudit(resourceId: string): boolean;
};

type Log = NonNullable<AzureDiagnosticSettingFields['logs']>[number];

const isAudit = ({ category, categoryGroup }: Log): boolean =>
  category === 'AuditEvent' || categoryGroup === 'audit' || categoryGroup === 'allLogs';

export function createDiagnosticSettings(changed: () => void): DiagnosticSettings {
  const settings = new Map<string, Map<string, AzureDiagnosticSettingFields>>();
  const of = (resourceId: string): Map<string, AzureDiagnosticSettingFields> => {
    const known = settings.get(resourceId.toLowerCase()) ?? new Map<string, AzureDiagnosticSettingFields>();
    settings.set(resourceId.toLowerCase(), known);
    return known;
  };
  for (const { id } of vaults) of(id).set(usualName, usual);

  return {
    of,
    put: (resourceId, name, fields) => {
      of(resourceId).set(name, fields);
      changed();
    },
    remove: (resourceId, name) => {
      const gone = of(resourceId).delete(name);
      if (gone) changed();
      return gone;
    },
    switchVaults: (on) => {
      for (const { id } of vaults) {
        of(id).clear();
        if (on) of(id).set(usualName, usual);
      }
      changed();
    },
    sendsAudit: (resourceId) =>
      [...of(resourceId).values()].some(
        ({ workspaceId, logs }) =>
          workspaceId?.toLowerCase() === workspaceResourceId.toLowerCase() &&
          (logs ?? []).some((log) => log.enabled && isAudit(log)),
      ),
  };
}
