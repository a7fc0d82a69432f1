/**
 * What happens in the workspace when Defender's connector is connected: the connectors whose alerts it carries look
 * connected from then on, and rules that made incidents of those alerts are switched off, or every incident would be
 * there twice. https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration
 */
import { guidOf } from '@/lib/base/random';
import type { SentinelDataConnectorFields } from '@/lib/wire/sentinel/data-connector';
import { carriedConnectors, connectorTitle, isOn } from '@/mocks/store/connections/connector-kinds';
import type { Actor } from '@/mocks/store/events';
import type { AlertRuleBody } from '@/mocks/store/records/alert-rule-record';
import type { Author } from '@/mocks/store/shelf';
import type { Store } from '@/mocks/store/store';

export const xdrConnector: Actor = { kind: 'cloud', name: 'Microsoft Defender XDR connector' };
const author: Author = { objectId: null, email: null, name: xdrConnector.name, userPrincipalName: null };

/** Defender for Cloud's incidents come with Defender's too, whoever brings their alerts. */
const carriedProducts: readonly string[] = [
  ...Object.values(carriedConnectors).flatMap(({ productFilter }) => productFilter ?? []),
  'Azure Security Center',
];

type IncidentCreation = Extract<AlertRuleBody, { kind: 'MicrosoftSecurityIncidentCreation' }>;

const isCarried = (body: AlertRuleBody): body is IncidentCreation =>
  body.kind === 'MicrosoftSecurityIncidentCreation' && carriedProducts.includes(body.properties.productFilter);

export function connectCarried({ sentinel, rules, clock, company }: Store): void {
  for (const kind of Object.keys(carriedConnectors)) {
    const known = sentinel.dataConnectors.all().find(({ fields }) => fields.kind === kind);
    if (isOn(known?.fields, 'alerts')) continue;
    const dataTypes = { ...known?.fields.properties.dataTypes, alerts: { state: 'Enabled' as const } };
    const properties = { tenantId: company.tenant.tenantId, ...known?.fields.properties, dataTypes };
    sentinel.dataConnectors.put(known?.name ?? guidOf(`contoso/data-connector/${kind}`), { kind, properties }, author);
  }
  for (const { name, body } of [...rules.alertRules.all()]) {
    if (!isCarried(body) || !body.properties.enabled) continue;
    const description = `Disabled by the Microsoft Defender XDR connector on ${clock.iso()}: Defender XDR makes the incidents of these alerts.`;
    rules.alertRules.write(
      name,
      { ...body, properties: { ...body.properties, enabled: false, description } },
      xdrConnector,
    );
  }
}

/** Why the rule cannot be on; undefined when it can. */
export function incidentCreationRefusal({ connections }: Store, body: AlertRuleBody): string | undefined {
  if (!connections.incidentsFlow() || !isCarried(body) || !body.properties.enabled) return undefined;
  const { productFilter } = body.properties;
  return `The rule cannot be enabled while the Microsoft Defender XDR connector is connected: it already creates the incidents of '${productFilter}', and they would be duplicated.`;
}

/**
 * Why a connector cannot be disconnected; undefined when it can. `after` is what would be left of it.
 * https://learn.microsoft.com/azure/sentinel/connect-microsoft-365-defender
 */
export function disconnectRefusal(
  { connections }: Store,
  before: SentinelDataConnectorFields,
  after: SentinelDataConnectorFields | undefined,
): string | undefined {
  const carried = carriedConnectors[before.kind];
  if (!carried || !connections.incidentsFlow() || !isOn(before, 'alerts') || isOn(after, 'alerts')) return undefined;
  return `To disconnect ${connectorTitle(before.kind)}, you must first disconnect the Microsoft Defender XDR connector, which carries its alerts.`;
}
