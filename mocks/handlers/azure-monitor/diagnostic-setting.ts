/**
 * Diagnostic settings of Contoso's key vaults: without one, `AzureDiagnostics` has none of a vault's events.
 * https://learn.microsoft.com/rest/api/monitor/diagnostic-settings
 */
import { HttpResponse, http } from 'msw';
import {
  type AzureDiagnosticSetting,
  type AzureDiagnosticSettingFields,
  azureDiagnosticSettingRequest,
  diagnosticSettingsApiVersion,
} from '@/lib/wire/azure-monitor/diagnostic-setting';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { vaults } from '@/mocks/store/connections/diagnostic-settings';

const root =
  'https://management.azure.com/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.KeyVault/vaults/:vault/providers/Microsoft.Insights/diagnosticSettings';

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The vault's ARM id. */
function vaultOf(request: Request, { subscription, group, vault }: Params): string {
  const version = new URL(request.url).searchParams.get('api-version');
  if (!version) {
    const message = 'The api-version query parameter (?api-version=) is required for all requests.';
    throw new Refusal(400, 'MissingApiVersionParameter', message);
  }
  if (version !== diagnosticSettingsApiVersion) {
    const message = `No registered resource provider found for the API version '${version}' in namespace 'Microsoft.Insights'. The supported api-versions are '${diagnosticSettingsApiVersion}'.`;
    throw new Refusal(400, 'NoRegisteredProviderFound', message);
  }
  const id = `/subscriptions/${String(subscription)}/resourceGroups/${String(group)}/providers/Microsoft.KeyVault/vaults/${String(vault)}`;
  const known = vaults.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (!known) {
    const message = `The Resource 'Microsoft.KeyVault/vaults/${String(vault)}' under resource group '${String(group)}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`;
    throw new Refusal(404, 'ResourceNotFound', message);
  }
  return known.id;
}

const faceOf = (vault: string, name: string, fields: AzureDiagnosticSettingFields): AzureDiagnosticSetting => ({
  id: `${vault}/providers/microsoft.insights/diagnosticSettings/${name}`,
  type: 'Microsoft.Insights/diagnosticSettings',
  name,
  properties: {
    storageAccountId: null,
    eventHubAuthorizationRuleId: null,
    eventHubName: null,
    workspaceId: null,
    logAnalyticsDestinationType: null,
    logs: [],
    metrics: [],
    ...fields,
  },
});

/** A setting that sends nothing anywhere is none. */
function refuseAimless(fields: AzureDiagnosticSettingFields): void {
  if (fields.workspaceId || fields.storageAccountId || fields.eventHubAuthorizationRuleId) return;
  throw new Refusal(400, 'BadRequest', 'At least one data sink needs to be specified.');
}

export const diagnosticSettingHandlers: HandlerGroup = ({ store: { connections } }) => [
  http.get(root, ({ request, params }) => {
    const vault = vaultOf(request, params);
    const settings = [...connections.diagnostics.of(vault)];
    return HttpResponse.json({ value: settings.map(([name, fields]) => faceOf(vault, name, fields)) });
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    const vault = vaultOf(request, params);
    const name = String(params.name);
    const fields = connections.diagnostics.of(vault).get(name);
    if (!fields) {
      throw new Refusal(404, 'ResourceNotFound', `The diagnostic setting '${name}' of the resource was not found.`);
    }
    return HttpResponse.json(faceOf(vault, name, fields));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    const vault = vaultOf(request, params);
    const { properties } = await parsedBody(request, azureDiagnosticSettingRequest, 'BadRequest');
    refuseAimless(properties);
    connections.diagnostics.put(vault, String(params.name), properties);
    return HttpResponse.json(faceOf(vault, String(params.name), properties));
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    const gone = connections.diagnostics.remove(vaultOf(request, params), String(params.name));
    return new HttpResponse(null, { status: gone ? 200 : 204 });
  }),
];
