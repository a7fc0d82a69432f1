/**
 * Rows that reach the workspace through a connector or a diagnostic setting of its own. Nobody keeps them when that is
 * off: unlike Defender's tables they exist nowhere else.
 */
import type { LogRow } from '@/mocks/company/log-row';
import { vaultStream } from '@/mocks/store/connections/diagnostic-settings';

export const diagnosticSources = ['entra', 'azureActivity'] as const;
/** Whose diagnostic setting: the directory's, the subscriptions'. Vaults have one each. */
export type DiagnosticSource = (typeof diagnosticSources)[number];

const workloads: Readonly<Record<string, string>> = {
  Exchange: 'Office365/exchange',
  SharePoint: 'Office365/sharePoint',
  OneDrive: 'Office365/sharePoint',
  MicrosoftTeams: 'Office365/teams',
};

const byTable: Readonly<Record<string, (row: LogRow) => string | undefined>> = {
  AzureDiagnostics: (row) =>
    row.ResourceProvider === 'MICROSOFT.KEYVAULT' ? vaultStream(String(row.Resource)) : undefined,
  AzureActivity: () => 'azureActivity',
  SigninLogs: () => 'entra',
  AADNonInteractiveUserSignInLogs: () => 'entra',
  AADServicePrincipalSignInLogs: () => 'entra',
  AADRiskyUsers: () => 'entra',
  AADUserRiskEvents: () => 'entra',
  AuditLogs: () => 'entra',
  OfficeActivity: (row) => workloads[String(row.OfficeWorkload)],
};

/** The streams that data connectors other than Defender's switch: `kind/dataType`. */
export const connectorStreams: readonly { stream: string; kind: string; dataType: string }[] = [
  ...new Set(Object.values(workloads)),
].map((stream) => {
  const [kind = '', dataType = ''] = stream.split('/');
  return { stream, kind, dataType };
});

/** What decides whether rows of the table arrive, if anything does. */
export const streamOf = (table: string): ((row: LogRow) => string | undefined) | undefined => byTable[table];
