/**
 * A change made over Azure Resource Manager as the subscription's activity log keeps it: one row when it was asked for
 * and one with what came of it, under the correlation id that the reply carries.
 * https://learn.microsoft.com/azure/sentinel/audit-sentinel-data#use-the-azure-activity-log
 */
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import { azureActivityRow } from '@/mocks/company/telemetry/cloud';
import { tenantIds } from '@/mocks/company/tenant-ids';
import type { Store } from '@/mocks/store/store';

export type ArmChange = {
  readonly method: string;
  /** Path of the request, from `/subscriptions` on. */
  readonly path: string;
  readonly status: number;
  /** ISO 8601. */
  readonly at: string;
  readonly correlationId: string;
  readonly clientRequestId: string;
  /** Who asked: a principal name, or the object id of an application. */
  readonly caller: string;
};

const verbs: Readonly<Record<string, string>> = { PUT: 'write', PATCH: 'write', DELETE: 'delete', POST: 'action' };
/** The rest of what is asked by POST only looks something up. */
const actions = new Set([
  'runplaybook',
  'triggerrulerun',
  'createindicator',
  'appendtags',
  'replacetags',
  'run',
  'cancel',
  'enable',
  'disable',
]);
/** What callers of ours are told when a change is refused; other failures are no event of the subscription. */
const refusals: Readonly<Record<number, string>> = { 400: 'BadRequest', 403: 'Forbidden', 409: 'Conflict' };
const outcomes: Readonly<Record<number, string>> = { 200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'NoContent' };
/** Where Contoso's own automation runs. */
const automationIp = '198.51.100.61';

type Target = { readonly operation: string; readonly resource: Parameters<typeof azureActivityRow>[0]['resource'] };

/** `…/providers/Microsoft.X/kinds/name/parts/name` is `Microsoft.X/kinds/parts`; a segment that is left over, an action. */
function targetOf(method: string, path: string): Target | undefined {
  const [, subscription = '', group = ''] = /\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)/i.exec(path) ?? [];
  const [namespace, ...segments] = (path.split(/\/providers\//i).at(-1) ?? '').split('/').filter((part) => part !== '');
  const verb = verbs[method];
  if (!verb || !namespace || subscription === '') return undefined;
  const action = segments.length % 2 === 1 ? segments.pop() : undefined;
  if (verb === 'action' && !actions.has(action?.toLowerCase() ?? '')) return undefined;
  const type = [namespace, ...segments.filter((_, index) => index % 2 === 0)].join('/');
  return {
    operation: [type, ...(action === undefined ? [] : [action]), verb].join('/'),
    resource: {
      name: segments.at(-1) ?? '',
      type,
      resourceGroup: group,
      subscription: { id: subscription, name: '' },
      id: action === undefined ? path : path.slice(0, path.lastIndexOf('/')),
      location: '',
    },
  };
}

export function armActivityRows({ company }: Store, change: ArmChange): LogBatch[] {
  const { method, path, status, at, correlationId, clientRequestId, caller } = change;
  const target = targetOf(method, path);
  const substatus = outcomes[status] ?? refusals[status];
  if (!target || substatus === undefined) return [];
  const person = company.people.find(({ upn }) => upn === caller);
  const callerIp = person?.site.egressIp ?? automationIp;
  const base = { caller, callerIp, ...target, correlationId };
  const request: LogRow = {
    Authorization: JSON.stringify({ action: target.operation, scope: target.resource.id }),
    Authorization_d: { action: target.operation, scope: target.resource.id },
    Claims_d: person
      ? {
          upn: person.upn,
          name: person.displayName,
          'http://schemas.microsoft.com/identity/claims/objectidentifier': person.objectId,
        }
      : { appidacr: '1', 'http://schemas.microsoft.com/identity/claims/objectidentifier': caller },
    HTTPRequest: JSON.stringify({ clientRequestId, clientIpAddress: callerIp, method }),
    TenantId: tenantIds.tenantId,
  };
  const failed = refusals[status] !== undefined;
  const asked = azureActivityRow({ ...base, at: Date.parse(at) - 1, status: 'Start' });
  const done = azureActivityRow({ ...base, at: Date.parse(at), status: failed ? 'Failure' : 'Success' });
  return [
    {
      table: 'AzureActivity',
      rows: [
        { ...asked, ...request },
        { ...done, ...request, ActivitySubstatusValue: substatus },
      ],
    },
  ];
}
