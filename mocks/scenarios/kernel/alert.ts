/** How the products raise alerts: each with its own id prefix, names and portal page. */
import { createRandom } from '@/lib/base/random';
import type { GraphDetectionSource, GraphServiceSource } from '@/lib/wire/graph-security/enums';
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';
import { tenantIds } from '@/mocks/company/tenant-ids';
import type { AlertSeed, Telling } from '@/mocks/scenarios/kernel/story';
import { iso } from '@/mocks/scenarios/kernel/time';

type Product = {
  serviceSource: GraphServiceSource;
  detectionSource: GraphDetectionSource;
  /** Graph's `productName`. */
  productName: string;
  /** `ProductName` of the same alert in Sentinel, where the older names live on. */
  sentinelProductName: string;
  /** https://learn.microsoft.com/defender-xdr/investigate-alerts lists the prefixes. */
  idPrefix: string;
};

export const alertProducts = {
  endpoint: {
    serviceSource: 'microsoftDefenderForEndpoint',
    detectionSource: 'microsoftDefenderForEndpoint',
    productName: 'Microsoft Defender for Endpoint',
    sentinelProductName: 'Microsoft Defender Advanced Threat Protection',
    idPrefix: 'da',
  },
  office: {
    serviceSource: 'microsoftDefenderForOffice365',
    detectionSource: 'microsoftDefenderForOffice365',
    productName: 'Microsoft Defender for Office 365',
    sentinelProductName: 'Office 365 Advanced Threat Protection',
    idPrefix: 'fa',
  },
  identity: {
    serviceSource: 'microsoftDefenderForIdentity',
    detectionSource: 'microsoftDefenderForIdentity',
    productName: 'Microsoft Defender for Identity',
    sentinelProductName: 'Azure Advanced Threat Protection',
    idPrefix: 'aa',
  },
  cloudApps: {
    serviceSource: 'microsoftDefenderForCloudApps',
    detectionSource: 'cloudAppSecurity',
    productName: 'Microsoft Defender for Cloud Apps',
    sentinelProductName: 'Microsoft Cloud App Security',
    idPrefix: 'ca',
  },
  entra: {
    serviceSource: 'azureAdIdentityProtection',
    detectionSource: 'azureAdIdentityProtection',
    productName: 'Microsoft Entra ID Protection',
    sentinelProductName: 'Azure Active Directory Identity Protection',
    idPrefix: 'ad',
  },
  cloud: {
    serviceSource: 'microsoftDefenderForCloud',
    detectionSource: 'microsoftDefenderForCloud',
    productName: 'Microsoft Defender for Cloud',
    sentinelProductName: 'Azure Security Center',
    idPrefix: 'dc',
  },
  dlp: {
    serviceSource: 'dataLossPrevention',
    detectionSource: 'microsoftDataLossPrevention',
    productName: 'Microsoft Data Loss Prevention',
    sentinelProductName: 'Microsoft Data Loss Prevention',
    idPrefix: 'dl',
  },
  insiderRisk: {
    serviceSource: 'microsoftInsiderRiskManagement',
    detectionSource: 'microsoftInsiderRiskManagement',
    productName: 'Microsoft Purview Insider Risk Management',
    sentinelProductName: 'Microsoft 365 Insider Risk Management',
    idPrefix: 'ir',
  },
  appGovernance: {
    serviceSource: 'microsoftAppGovernance',
    detectionSource: 'appGovernanceDetection',
    productName: 'App Governance',
    sentinelProductName: 'Microsoft Application Protection',
    idPrefix: 'ma',
  },
  xdr: {
    serviceSource: 'microsoft365Defender',
    detectionSource: 'microsoft365Defender',
    productName: 'Microsoft Defender XDR',
    sentinelProductName: 'Microsoft 365 Defender',
    idPrefix: 'ra',
  },
  sentinel: {
    serviceSource: 'microsoftSentinel',
    detectionSource: 'scheduledAlerts',
    productName: 'Microsoft Sentinel',
    sentinelProductName: 'Azure Sentinel',
    idPrefix: 'sn',
  },
} as const satisfies Record<string, Product>;
export type AlertProduct = keyof typeof alertProducts;

export type AlertFacts = {
  readonly product: AlertProduct;
  /** What makes this alert's id its own; use a draw of the telling. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Telling['severity'];
  /** Graph's `category`: a tactic as one word, `InitialAccess`. */
  readonly category: string;
  /** All tactics, when there is more than one. */
  readonly categories?: readonly string[];
  readonly techniques: readonly string[];
  readonly firstAt: number;
  readonly lastAt: number;
  /** When the product raised it. */
  readonly createdAt: number;
  readonly evidence: readonly GraphEvidence[];
  readonly detectionSource?: GraphDetectionSource;
  /** The analytics rule, for Sentinel's own. */
  readonly ruleId?: string;
  readonly recommendedActions?: string;
  readonly threatName?: string;
  readonly customDetails?: Record<string, unknown>;
  readonly investigationState?: AlertSeed['investigationState'];
};

function alertId(product: AlertProduct, key: string): string {
  const random = createRandom(key, 'alert-id');
  const { idPrefix } = alertProducts[product];
  if (product === 'sentinel') return `${idPrefix}${random.guid()}`;
  return `${idPrefix}6387${random.between(10_000_000, 99_999_999)}${random.between(100_000, 999_999)}_${random.between(100_000_000, 2_000_000_000)}`;
}

/** An alert as its product raises it: new, unassigned, unjudged. */
export function raiseAlert(facts: AlertFacts): AlertSeed {
  const product: Product = alertProducts[facts.product];
  const id = alertId(facts.product, facts.key);
  return {
    id,
    providerAlertId: id.slice(2),
    title: facts.title,
    description: facts.description,
    severity: facts.severity,
    status: 'new',
    classification: null,
    determination: null,
    assignedTo: null,
    category: facts.category,
    categories: [...(facts.categories ?? [facts.category])],
    serviceSource: product.serviceSource,
    detectionSource: facts.detectionSource ?? product.detectionSource,
    productName: product.productName,
    detectorId: facts.ruleId ?? `${facts.product}-${createRandom(facts.title, 'detector').hex(8)}`,
    mitreTechniques: [...facts.techniques],
    createdDateTime: iso(facts.createdAt),
    lastUpdateDateTime: iso(facts.createdAt),
    firstActivityDateTime: iso(facts.firstAt),
    lastActivityDateTime: iso(facts.lastAt),
    resolvedDateTime: null,
    alertWebUrl: `https://security.microsoft.com/alerts/${id}?tid=${tenantIds.tenantId}`,
    tenantId: tenantIds.tenantId,
    recommendedActions: facts.recommendedActions ?? null,
    investigationState: facts.investigationState ?? 'unsupportedAlertType',
    threatDisplayName: facts.threatName ?? null,
    threatFamilyName: null,
    actorDisplayName: null,
    alertPolicyId: null,
    systemTags: [],
    additionalData: null,
    customDetails: facts.customDetails ?? {},
    comments: [],
    evidence: [...facts.evidence],
  };
}
