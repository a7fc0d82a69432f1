/** What fills a table of the workspace, and so what is missing when it is empty. */
import type { TraceFix } from '@/lib/domain/trace/trace';

const diagnostics = (resource: string, category: string): string =>
  [
    'az monitor diagnostic-settings create --name to-sentinel \\',
    `  --resource ${resource} \\`,
    '  --workspace <workspace resource id> \\',
    `  --logs '[{"categoryGroup":"${category}","enabled":true}]'`,
  ].join('\n');

const connectors = 'https://learn.microsoft.com/azure/sentinel/data-connectors-reference';
const xdr: TraceFix = {
  says: 'Defender sends this table to the workspace: tick it under Connect events in the Microsoft Defender XDR connector.',
  link: 'https://learn.microsoft.com/azure/sentinel/connect-microsoft-365-defender',
  command: null,
};
const entra: TraceFix = {
  says: 'Entra ID sends this table by a diagnostic setting of its own: tick its category in the Microsoft Entra ID connector.',
  link: 'https://learn.microsoft.com/azure/sentinel/connect-azure-active-directory',
  command: null,
};

const feeds: Readonly<Record<string, TraceFix>> = {
  AzureDiagnostics: {
    says: 'Azure resources write here only where a diagnostic setting says so. For Key Vault: its audit logs.',
    link: 'https://learn.microsoft.com/azure/key-vault/general/howto-logging',
    command: diagnostics('<key vault resource id>', 'audit'),
  },
  StorageBlobLogs: {
    says: 'Blob storage writes here only where a diagnostic setting of the blob service says so.',
    link: 'https://learn.microsoft.com/azure/storage/blobs/monitor-blob-storage',
    command: diagnostics('<storage account resource id>/blobServices/default', 'audit'),
  },
  AzureActivity: {
    says: 'The activity log of each subscription comes by the Azure Activity connector.',
    link: 'https://learn.microsoft.com/azure/sentinel/data-connectors/azure-activity',
    command: null,
  },
  OfficeActivity: {
    says: 'The Microsoft 365 connector sends this table for Exchange, SharePoint and Teams.',
    link: 'https://learn.microsoft.com/azure/sentinel/data-connectors/microsoft-365',
    command: null,
  },
  CommonSecurityLog: {
    says: 'Firewalls and proxies write here over a forwarder with the Azure Monitor agent.',
    link: 'https://learn.microsoft.com/azure/sentinel/connect-cef-syslog-ama',
    command: null,
  },
  SecurityEvent: {
    says: 'Windows servers write here by the Windows Security Events connector with the Azure Monitor agent.',
    link: 'https://learn.microsoft.com/azure/sentinel/data-connectors/windows-security-events-via-ama',
    command: null,
  },
};

const ofEntra = /^(?:SigninLogs|AuditLogs|AAD.+|MicrosoftServicePrincipalSignInLogs)$/u;
const ofDefender = /^(?:Device|Email|Identity|CloudApp|Alert|Url).+/u;

export function tableFeed(table: string): TraceFix {
  const known = feeds[table];
  if (known !== undefined) return known;
  if (ofEntra.test(table)) return entra;
  if (ofDefender.test(table)) return xdr;
  return { says: `See which connector sends ${table}, and when it last did.`, link: connectors, command: null };
}
