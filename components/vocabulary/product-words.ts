/** The products that raise alerts, in Microsoft's names; the short form is for dense rows. */
import type { Product } from '@/lib/domain/source/source';

export const productWords = {
  defenderForEndpoint: { name: 'Microsoft Defender for Endpoint', short: 'Endpoint' },
  defenderForOffice365: { name: 'Microsoft Defender for Office 365', short: 'Office 365' },
  defenderForIdentity: { name: 'Microsoft Defender for Identity', short: 'Identity' },
  defenderForCloudApps: { name: 'Microsoft Defender for Cloud Apps', short: 'Cloud Apps' },
  defenderForCloud: { name: 'Microsoft Defender for Cloud', short: 'Cloud' },
  entraIdProtection: { name: 'Microsoft Entra ID Protection', short: 'Entra ID' },
  sentinel: { name: 'Microsoft Sentinel', short: 'Sentinel' },
  defenderXdr: { name: 'Microsoft Defender XDR', short: 'XDR' },
  dataLossPrevention: { name: 'Microsoft Data Loss Prevention', short: 'DLP' },
  appGovernance: { name: 'Microsoft App Governance', short: 'App Governance' },
  insiderRisk: { name: 'Microsoft Insider Risk Management', short: 'Insider Risk' },
  threatIntelligence: { name: 'Microsoft Threat Intelligence', short: 'Threat Intel' },
  securityForAi: { name: 'Microsoft Security for AI', short: 'AI' },
  unknown: { name: 'Unknown product', short: 'Unknown' },
} as const satisfies Record<Product, { name: string; short: string }>;
