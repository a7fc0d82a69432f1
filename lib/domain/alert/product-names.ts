/** Sentinel names the products behind an incident by text, and Microsoft renamed most of them over the years. */
import type { Product } from '@/lib/domain/source/source';

const names: Record<string, Product> = {
  'microsoft defender for endpoint': 'defenderForEndpoint',
  'microsoft defender advanced threat protection': 'defenderForEndpoint',
  'microsoft defender for office 365': 'defenderForOffice365',
  'office 365 advanced threat protection': 'defenderForOffice365',
  'microsoft defender for identity': 'defenderForIdentity',
  'azure advanced threat protection': 'defenderForIdentity',
  'microsoft defender for cloud apps': 'defenderForCloudApps',
  'microsoft cloud app security': 'defenderForCloudApps',
  'microsoft defender for cloud': 'defenderForCloud',
  'azure security center': 'defenderForCloud',
  'azure defender': 'defenderForCloud',
  'microsoft entra id protection': 'entraIdProtection',
  'azure active directory identity protection': 'entraIdProtection',
  'azure ad identity protection': 'entraIdProtection',
  'microsoft sentinel': 'sentinel',
  'azure sentinel': 'sentinel',
  'microsoft defender xdr': 'defenderXdr',
  'microsoft xdr': 'defenderXdr',
  'microsoft 365 defender': 'defenderXdr',
  'microsoft data loss prevention': 'dataLossPrevention',
  'microsoft purview data loss prevention': 'dataLossPrevention',
  'microsoft app governance': 'appGovernance',
  'app governance': 'appGovernance',
  'microsoft insider risk management': 'insiderRisk',
  'microsoft purview insider risk management': 'insiderRisk',
  'microsoft threat intelligence': 'threatIntelligence',
  'microsoft defender threat intelligence': 'threatIntelligence',
};

/** The product that a text names, in today's or yesterday's wording. */
export function productNamed(name: string): Product {
  return names[name.trim().toLowerCase()] ?? 'unknown';
}
