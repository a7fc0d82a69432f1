/** What Contoso's workspace held before the tenant's clock started: indicators of its own feed, saved functions. */
import { guidOf } from '@/lib/base/random';
import { feeds } from '@/mocks/company/feeds';
import type { LogBatch } from '@/mocks/company/log-row';
import { companyConnectors } from '@/mocks/company/sentinel-content';
import { indicatorRows } from '@/mocks/store/faces/threat-intelligence-rows';
import type { Author } from '@/mocks/store/shelf';
import type { Store } from '@/mocks/store/store';

const dayMs = 86_400_000;

/** Answers what the logs say about it. */
export function seedSentinel(store: Store, now: Date): LogBatch[] {
  const { objectId, upn, displayName } = store.company.person('sam.okoye');
  const author: Author = { objectId, email: upn, name: displayName, userPrincipalName: upn };
  seedSavedSearches(store, author);
  seedSwitches(store, author);
  return seedIndicators(store, author, now);
}

function seedIndicators(store: Store, author: Author, now: Date): LogBatch[] {
  const [, ...lines] = (feeds.get('https://intel.contoso.com/feeds/malicious-ips.csv') ?? '').trim().split('\n');
  return lines.flatMap((line) => {
    const [ip = '', threat = '', confidence = '0', firstSeen = ''] = line.split(',');
    const record = store.sentinel.indicators.put(
      guidOf(`contoso/indicator/feed/${ip}`),
      {
        source: 'Contoso TIP',
        displayName: `${threat}: ${ip}`,
        description: `Listed by Contoso's own feed since ${firstSeen}.`,
        pattern: `[ipv4-addr:value = '${ip}']`,
        patternType: 'ipv4-addr',
        threatTypes: [threat],
        confidence: Number(confidence),
        revoked: false,
        validFrom: `${firstSeen}T00:00:00Z`,
        validUntil: new Date(now.getTime() + 60 * dayMs).toISOString(),
        threatIntelligenceTags: [],
      },
      author,
    );
    return indicatorRows(record, new Date(now.getTime() - dayMs).toISOString(), false);
  });
}

function seedSwitches(store: Store, author: Author): void {
  const { sentinel, company } = store;
  sentinel.onboardingStates.put('default', { customerManagedKey: false }, author);
  sentinel.settings.put('Anomalies', { kind: 'Anomalies', isEnabled: true }, author);
  sentinel.settings.put('EyesOn', { kind: 'EyesOn', isEnabled: true }, author);
  sentinel.settings.put(
    'EntityAnalytics',
    { kind: 'EntityAnalytics', entityProviders: ['ActiveDirectory', 'AzureActiveDirectory'] },
    author,
  );
  sentinel.settings.put(
    'Ueba',
    { kind: 'Ueba', dataSources: ['AuditLogs', 'AzureActivity', 'SecurityEvent', 'SigninLogs'] },
    author,
  );
  for (const { kind, dataTypes } of companyConnectors) {
    const states = Object.entries(dataTypes).map(([name, state]) => [name, { state }] as const);
    const properties = { tenantId: company.tenant.tenantId, dataTypes: Object.fromEntries(states) };
    sentinel.dataConnectors.put(guidOf(`contoso/data-connector/${kind}`), { kind, properties }, author);
  }
}

function seedSavedSearches(store: Store, author: Author): void {
  const put = (name: string, alias: string, parameters: string, query: string): void => {
    store.sentinel.savedSearches.put(
      name,
      { category: 'SOC functions', displayName: alias, query, functionAlias: alias, functionParameters: parameters },
      author,
    );
  };
  put(
    'soc-failed-sign-ins',
    'FailedSignIns',
    'period:timespan = 1d',
    'SigninLogs | where TimeGenerated > ago(period) | where ResultType != "0"',
  );
  put(
    'soc-privileged-users',
    'PrivilegedUsers',
    '',
    "_GetWatchlist('VIPUsers') | project UserPrincipalName = SearchKey, Tags",
  );
}
