/** What Contoso has connected to its workspace, switched on in it and installed from the content hub. */

export type CompanyConnector = {
  readonly kind: string;
  /** Only preview versions of the API know it. */
  readonly preview: boolean;
  readonly dataTypes: Readonly<Record<string, 'Enabled' | 'Disabled'>>;
};

const alerts = { alerts: 'Enabled' } as const;

export const companyConnectors: readonly CompanyConnector[] = [
  { kind: 'MicrosoftThreatProtection', preview: true, dataTypes: { incidents: 'Enabled', alerts: 'Enabled' } },
  { kind: 'AzureActiveDirectory', preview: false, dataTypes: alerts },
  { kind: 'AzureSecurityCenter', preview: false, dataTypes: alerts },
  {
    kind: 'Office365',
    preview: false,
    dataTypes: { exchange: 'Enabled', sharePoint: 'Enabled', teams: 'Enabled' },
  },
  { kind: 'ThreatIntelligence', preview: false, dataTypes: { indicators: 'Enabled' } },
  {
    kind: 'MicrosoftCloudAppSecurity',
    preview: false,
    dataTypes: { alerts: 'Enabled', discoveryLogs: 'Enabled' },
  },
  // Defender XDR carries these: they look connected and bring nothing of their own.
  { kind: 'MicrosoftDefenderAdvancedThreatProtection', preview: false, dataTypes: alerts },
  { kind: 'AzureAdvancedThreatProtection', preview: false, dataTypes: alerts },
  { kind: 'OfficeATP', preview: true, dataTypes: alerts },
  { kind: 'OfficeIRM', preview: true, dataTypes: alerts },
];

export type CompanySolution = { readonly id: string; readonly displayName: string; readonly version: string };

export const companySolutions: readonly CompanySolution[] = [
  {
    id: 'azuresentinel.azure-sentinel-solution-microsoftdefenderxdr',
    displayName: 'Microsoft Defender XDR',
    version: '3.0.12',
  },
  {
    id: 'azuresentinel.azure-sentinel-solution-azureactivedirectory',
    displayName: 'Microsoft Entra ID',
    version: '3.3.2',
  },
  { id: 'azuresentinel.azure-sentinel-solution-azureactivity', displayName: 'Azure Activity', version: '3.0.3' },
  { id: 'azuresentinel.azure-sentinel-solution-office365', displayName: 'Microsoft 365', version: '3.0.5' },
  {
    id: 'azuresentinel.azure-sentinel-solution-threatintelligence',
    displayName: 'Threat Intelligence',
    version: '3.0.8',
  },
  { id: 'azuresentinel.azure-sentinel-solution-uebaessentials', displayName: 'UEBA Essentials', version: '3.0.1' },
];
