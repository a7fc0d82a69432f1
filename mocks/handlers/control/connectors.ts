/**
 * The parts of Defender's connector, its neighbours and the diagnostic settings as switches, and by which method the
 * systems are integrated. What Microsoft has an API for is switched as that API would. Never called by the console.
 */
import { HttpResponse, http } from 'msw';
import { z } from 'zod';
import { guidOf } from '@/lib/base/random';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { isOn, xdrKind } from '@/mocks/store/connections/connector-kinds';
import { vaults } from '@/mocks/store/connections/diagnostic-settings';
import { allEventTables, entityTable } from '@/mocks/store/connections/event-tables';
import { diagnosticSources } from '@/mocks/store/connections/log-streams';
import type { Author } from '@/mocks/store/shelf';
import type { Store } from '@/mocks/store/store';

const url = 'https://tenant.onequeue.test/connectors';
const defenderForCloud = 'AzureSecurityCenter';
const operator: Author = { objectId: null, email: null, name: 'Control host', userPrincipalName: null };

const switches = z.boolean().optional();
const body = z.strictObject({
  incidents: switches,
  alerts: switches,
  /** People of Contoso's own directory, through Defender for Identity. */
  entities: switches,
  /** All of Defender's tables at once, or each by its name. */
  events: z.union([z.boolean(), z.record(z.string(), z.boolean())]).optional(),
  defenderForCloud: switches,
  /** `keyVault` stands for the diagnostic settings of all vaults. */
  diagnostics: z.partialRecord(z.enum(['keyVault', ...diagnosticSources]), z.boolean()).optional(),
  method: z.enum(['unified', 'azure']).optional(),
});
type Wanted = z.infer<typeof body>;

const recordOf = ({ sentinel }: Store, kind: string) =>
  sentinel.dataConnectors.all().find(({ fields }) => fields.kind === kind);

function switchTypes(store: Store, kind: string, types: Readonly<Record<string, boolean | undefined>>): void {
  const wanted = Object.entries(types).flatMap(([type, on]): [string, { state: 'Enabled' | 'Disabled' }][] =>
    on === undefined ? [] : [[type, { state: on ? 'Enabled' : 'Disabled' }]],
  );
  if (wanted.length === 0) return;
  const known = recordOf(store, kind);
  const dataTypes = { ...known?.fields.properties.dataTypes, ...Object.fromEntries(wanted) };
  const properties = { tenantId: store.company.tenant.tenantId, ...known?.fields.properties, dataTypes };
  const name = known?.name ?? guidOf(`contoso/data-connector/${kind}`);
  store.sentinel.dataConnectors.put(name, { kind, properties }, operator);
}

function switchEntities({ sentinel }: Store, on: boolean): void {
  const known = sentinel.settings.byName('EntityAnalytics')?.fields.entityProviders ?? [];
  const others = known.filter((provider) => provider !== 'ActiveDirectory');
  const entityProviders = on ? ['ActiveDirectory', ...others] : others;
  sentinel.settings.put('EntityAnalytics', { kind: 'EntityAnalytics', entityProviders }, operator);
}

/** Which tables are to be on and which off, by name. */
function eventTypes(store: Store, events: NonNullable<Wanted['events']>): Readonly<Record<string, boolean>> {
  if (!store.connections.xdr()) {
    throw new Refusal(
      400,
      'BadRequest',
      "There are no tables without Defender's connector: switch incidents on first.",
    );
  }
  if (typeof events === 'boolean') return Object.fromEntries(allEventTables.map((table) => [table, events]));
  const unknown = Object.keys(events).find((table) => !allEventTables.includes(table));
  if (unknown === undefined) return events;
  const names = allEventTables.join(', ');
  throw new Refusal(400, 'BadRequest', `'${unknown}' is not among the connector's tables: ${names}.`);
}

function stateOf(store: Store) {
  const { connections } = store;
  const xdr = connections.xdr();
  return {
    method: connections.method(),
    incidents: isOn(xdr, 'incidents'),
    alerts: isOn(xdr, 'alerts'),
    entities: connections.flows(entityTable),
    events: Object.fromEntries(allEventTables.map((table) => [table, connections.flows(table)])),
    defenderForCloud: isOn(recordOf(store, defenderForCloud)?.fields, 'alerts'),
    diagnostics: Object.fromEntries([
      ['keyVault', vaults.every(({ id }) => connections.diagnostics.sendsAudit(id))],
      ...diagnosticSources.map((source) => [source, connections.flows(source)]),
    ]),
  };
}

export const connectorHandlers: HandlerGroup = ({ store }) => [
  http.get(url, () => HttpResponse.json(stateOf(store))),
  http.post(url, async ({ request }) => {
    const { incidents, alerts, entities, events, diagnostics, method, ...wanted } = await parsedBody(
      request,
      body,
      'BadRequest',
    );
    const tables = events === undefined ? {} : eventTypes(store, events);
    switchTypes(store, xdrKind, { incidents, alerts, ...tables });
    switchTypes(store, defenderForCloud, { alerts: wanted.defenderForCloud });
    if (entities !== undefined) switchEntities(store, entities);
    if (diagnostics?.keyVault !== undefined) store.connections.diagnostics.switchVaults(diagnostics.keyVault);
    for (const source of diagnosticSources) {
      const on = diagnostics?.[source];
      if (on !== undefined) store.connections.switchDiagnostics(source, on);
    }
    if (method !== undefined) store.connections.changeMethod(method);
    return HttpResponse.json(stateOf(store));
  }),
];
