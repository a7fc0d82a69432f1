/**
 * The connectors whose alerts Defender XDR carries once it is connected: from then on they only look connected.
 * https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration#connecting-to-microsoft-defender-xdr
 */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { SentinelDataConnectorFields } from '@/lib/wire/sentinel/data-connector';

export type CarriedConnector = {
  readonly title: string;
  /** Whose alerts in Graph. */
  readonly serviceSource: GraphAlert['serviceSource'];
  /** What a rule that makes incidents of its alerts calls it; null when there is no such rule. */
  readonly productFilter: string | null;
};

export const xdrKind = 'MicrosoftThreatProtection';
export const defenderForCloudKinds: readonly string[] = ['AzureSecurityCenter', 'MicrosoftDefenderForCloudTenantBased'];

export const carriedConnectors: Readonly<Record<string, CarriedConnector>> = {
  MicrosoftDefenderAdvancedThreatProtection: {
    title: 'Microsoft Defender for Endpoint',
    serviceSource: 'microsoftDefenderForEndpoint',
    productFilter: 'Microsoft Defender Advanced Threat Protection',
  },
  AzureAdvancedThreatProtection: {
    title: 'Microsoft Defender for Identity',
    serviceSource: 'microsoftDefenderForIdentity',
    productFilter: 'Azure Advanced Threat Protection',
  },
  OfficeATP: {
    title: 'Microsoft Defender for Office 365',
    serviceSource: 'microsoftDefenderForOffice365',
    productFilter: 'Office 365 Advanced Threat Protection',
  },
  MicrosoftCloudAppSecurity: {
    title: 'Microsoft Defender for Cloud Apps',
    serviceSource: 'microsoftDefenderForCloudApps',
    productFilter: 'Microsoft Cloud App Security',
  },
  AzureActiveDirectory: {
    title: 'Microsoft Entra ID Protection',
    serviceSource: 'azureAdIdentityProtection',
    productFilter: 'Azure Active Directory Identity Protection',
  },
  OfficeIRM: {
    title: 'Microsoft Purview Insider Risk Management',
    serviceSource: 'microsoftInsiderRiskManagement',
    productFilter: null,
  },
};

const otherTitles: Readonly<Record<string, string>> = {
  [xdrKind]: 'Microsoft Defender XDR',
  AzureSecurityCenter: 'Microsoft Defender for Cloud',
  MicrosoftDefenderForCloudTenantBased: 'Tenant-based Microsoft Defender for Cloud',
  Office365: 'Microsoft 365',
  ThreatIntelligence: 'Threat Intelligence Platforms',
};

/** What the portal calls a connector of the kind. */
export const connectorTitle = (kind: string): string => carriedConnectors[kind]?.title ?? otherTitles[kind] ?? kind;

export const isOn = (connector: SentinelDataConnectorFields | undefined, dataType: string): boolean =>
  connector?.properties.dataTypes?.[dataType]?.state === 'Enabled';

/** Whether the portal has a connector of the kind. */
export const isKnownKind = (kind: string): boolean =>
  Object.hasOwn(carriedConnectors, kind) || Object.hasOwn(otherTitles, kind);
