/** The names of the products that raise alerts, as the log tables write them. */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';

type ServiceSource = GraphAlert['serviceSource'];

export type ProductNames = {
  /** `AlertInfo.ServiceSource`. */
  hunting: string;
  /** `SecurityAlert.ProviderName`. */
  provider: string;
};

const names: Record<ServiceSource, ProductNames> = {
  unknown: { hunting: 'Unknown', provider: 'Unknown' },
  microsoftDefenderForEndpoint: {
    hunting: 'Microsoft Defender for Endpoint',
    provider: 'MDATP',
  },
  microsoftDefenderForIdentity: {
    hunting: 'Microsoft Defender for Identity',
    provider: 'Azure Advanced Threat Protection',
  },
  microsoftDefenderForCloudApps: {
    hunting: 'Microsoft Cloud App Security',
    provider: 'MCAS',
  },
  microsoftDefenderForOffice365: {
    hunting: 'Microsoft Defender for Office 365',
    provider: 'OATP',
  },
  microsoft365Defender: {
    hunting: 'Microsoft 365 Defender',
    provider: 'Microsoft 365 Defender',
  },
  azureAdIdentityProtection: {
    hunting: 'AAD Identity Protection',
    provider: 'IPC',
  },
  microsoftAppGovernance: {
    hunting: 'App Governance',
    provider: 'Microsoft Application Protection',
  },
  dataLossPrevention: {
    hunting: 'Microsoft Data Loss Prevention',
    provider: 'Microsoft Data Loss Prevention',
  },
  microsoftDefenderForCloud: {
    hunting: 'Microsoft Defender for Cloud',
    provider: 'Azure Security Center',
  },
  microsoftSentinel: {
    hunting: 'Microsoft Sentinel',
    provider: 'ASI Scheduled Alerts',
  },
  microsoftInsiderRiskManagement: {
    hunting: 'Microsoft Insider Risk Management',
    provider: 'IRM',
  },
  microsoftThreatIntelligence: {
    hunting: 'Microsoft Threat Intelligence',
    provider: 'Microsoft Threat Intelligence',
  },
  microsoftSecurityForAI: {
    hunting: 'Microsoft Security for AI',
    provider: 'Microsoft Security for AI',
  },
  unknownFutureValue: { hunting: 'Unknown', provider: 'Unknown' },
};

export const productNames = (source: ServiceSource): ProductNames => names[source];

/** `AlertInfo.DetectionSource` writes some members of the enum in words; the rest keep their camel case split up. */
const detectionWords: Partial<Record<NonNullable<GraphAlert['detectionSource']>, string>> = {
  microsoftDefenderForEndpoint: 'EDR',
  antivirus: 'Antivirus',
  smartScreen: 'SmartScreen',
  customTi: 'Custom TI',
  automatedInvestigation: 'Automated investigation',
  customDetection: 'Custom detection',
  cloudAppSecurity: 'Microsoft Defender for Cloud Apps',
  azureAdIdentityProtection: 'AAD Identity Protection',
  nrtAlerts: 'NRT Alerts',
  scheduledAlerts: 'Scheduled Alerts',
  builtInMl: 'Built-in ML',
};

export function detectionSourceWords(source: GraphAlert['detectionSource']): string {
  if (!source) return '';
  const known = detectionWords[source];
  if (known) return known;
  const words = source.replace(/([a-z])(?=[A-Z0-9])|([0-9])(?=[A-Z])/g, '$1$2 ').replaceAll(' For ', ' for ');
  return words.replace(/^./, (first) => first.toUpperCase());
}
