/**
 * Every list of the tenant by the schema that the product reads it with: one call for each resource, against a tenant as
 * it starts. Incidents with all that belongs to them are read in mocks/handlers/every-reply.test.ts. That the schemas
 * themselves are Microsoft's is proven where they are: lib/wire/examples.test.ts, lib/wire/sentinel/*-examples.test.ts
 * and lib/wire/graph-security/csdl.test.ts read the specifications where a copy lies beside the repository.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { endpointIndicatorList } from '@/lib/wire/defender-endpoint/indicator';
import { endpointMachineList } from '@/lib/wire/defender-endpoint/machine';
import { endpointMachineActionList } from '@/lib/wire/defender-endpoint/machine-action';
import { graphGroupList } from '@/lib/wire/graph-directory/group';
import { graphNamedLocationList } from '@/lib/wire/graph-directory/named-location';
import { graphRiskyUserList } from '@/lib/wire/graph-directory/risky-user';
import { graphUserList } from '@/lib/wire/graph-directory/user';
import { graphAlertList } from '@/lib/wire/graph-security/alert';
import { graphDetectionRuleList } from '@/lib/wire/graph-security/detection-rule';
import { graphIdentityAccountsList } from '@/lib/wire/graph-security/identity-account';
import { graphIncidentList } from '@/lib/wire/graph-security/incident';
import { sentinelAlertRuleList } from '@/lib/wire/sentinel/alert-rule';
import { sentinelAlertRuleTemplateList } from '@/lib/wire/sentinel/alert-rule-template';
import { sentinelAutomationRuleList } from '@/lib/wire/sentinel/automation-rule';
import { sentinelBookmarkList } from '@/lib/wire/sentinel/bookmark';
import { sentinelContentPackageList } from '@/lib/wire/sentinel/content-package';
import { sentinelDataConnectorList } from '@/lib/wire/sentinel/data-connector';
import { sentinelIncidentList } from '@/lib/wire/sentinel/incident';
import { sentinelOnboardingStateList } from '@/lib/wire/sentinel/onboarding-state';
import { sentinelSettingList } from '@/lib/wire/sentinel/setting';
import { sentinelWatchlistList } from '@/lib/wire/sentinel/watchlist';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, list, sentinelRoot } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant({ incidents: 60, rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const graph = 'graph.microsoft.com/v1.0';
const endpoint = 'api.security.microsoft.com/api';
const sentinel = (path: string) => `${sentinelRoot}/${path}?${apiVersion}`;

const lists: [string, z.ZodType][] = [
  [`${graph}/security/incidents?$expand=alerts`, graphIncidentList],
  [`${graph}/security/alerts_v2`, graphAlertList],
  [`${graph}/users`, graphUserList],
  [`${graph}/groups`, graphGroupList],
  [`${graph}/identityProtection/riskyUsers`, graphRiskyUserList],
  [`${graph}/identity/conditionalAccess/namedLocations`, graphNamedLocationList],
  ['graph.microsoft.com/beta/security/identities/identityAccounts', graphIdentityAccountsList],
  ['graph.microsoft.com/beta/security/rules/detectionRules', graphDetectionRuleList],
  [sentinel('incidents'), sentinelIncidentList],
  [sentinel('alertRules'), sentinelAlertRuleList],
  [sentinel('alertRuleTemplates'), sentinelAlertRuleTemplateList],
  [sentinel('automationRules'), sentinelAutomationRuleList],
  [sentinel('bookmarks'), sentinelBookmarkList],
  [sentinel('contentPackages'), sentinelContentPackageList],
  [sentinel('dataConnectors'), sentinelDataConnectorList],
  [sentinel('onboardingStates'), sentinelOnboardingStateList],
  [`${sentinelRoot}/settings?api-version=2025-07-01-preview`, sentinelSettingList],
  [sentinel('watchlists'), sentinelWatchlistList],
  [`${endpoint}/machines`, endpointMachineList],
  [`${endpoint}/machineactions`, endpointMachineActionList],
  [`${endpoint}/indicators`, endpointIndicatorList],
];
/** What nobody at Contoso has made yet. */
const empty = ['detectionRules', 'bookmarks', 'machineactions', 'indicators', 'riskyUsers'];

const named = lists.map(([url, schema]) => ({ url, schema, name: url.replace(sentinelRoot, 'Sentinel') }));

it.each(named)('$name is what its schema says', async ({ url, schema }) => {
  const { status, body } = await ask(url, { headers: { prefer: 'include-unknown-enum-members' } });
  expect(status, JSON.stringify(body)).toBe(200);
  schema.parse(body);
  if (!empty.some((name) => url.includes(name))) expect(list(body, 'value')).not.toHaveLength(0);
  // A member that the schemas don't know would be read as this; the tenant may not send what Microsoft doesn't.
  expect(JSON.stringify(schema.parse(body))).not.toContain('unknownFutureValue');
});
