/** Indicators of Defender for Endpoint: what it is to block, allow or warn of. */
import { HttpResponse, http } from 'msw';
import {
  type EndpointIndicator,
  type EndpointIndicatorFields,
  endpointIndicatorBatchDelete,
  endpointIndicatorImport,
  endpointIndicatorRequest,
} from '@/lib/wire/defender-endpoint/indicator';
import { endpointContext, onBothHosts } from '@/mocks/handlers/defender-endpoint/hosts';
import { endpointPage } from '@/mocks/handlers/defender-endpoint/page';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import type { FilterFields } from '@/mocks/handlers/manners/odata/filter';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { indicatorLike, putIndicator } from '@/mocks/store/endpoint/put-indicator';
import type { Shelved } from '@/mocks/store/shelf';
import type { Store } from '@/mocks/store/store';

/** https://learn.microsoft.com/defender-endpoint/manage-indicators */
const mostIndicators = 15_000;
const mostImported = 500;

const faceOf = ({ name, fields, ...made }: Shelved<EndpointIndicatorFields>): EndpointIndicator => ({
  id: name,
  ...fields,
  severity: fields.severity ?? 'Informational',
  generateAlert: fields.generateAlert ?? false,
  rbacGroupNames: fields.rbacGroupNames ?? [],
  source: made.createdBy.name,
  sourceType: made.createdBy.userPrincipalName ? 'User' : 'AadApp',
  createdBy: made.createdBy.objectId,
  createdByDisplayName: made.createdBy.name,
  creationTimeDateTimeUtc: made.createdAt,
  lastUpdateTime: made.updatedAt,
  lastUpdatedBy: made.updatedBy.name,
});

const shapes: Partial<Record<EndpointIndicatorFields['indicatorType'], RegExp>> = {
  FileSha1: /^[0-9a-f]{40}$/i,
  FileMd5: /^[0-9a-f]{32}$/i,
  FileSha256: /^[0-9a-f]{64}$/i,
  CertificateThumbprint: /^[0-9a-f]{40}$/i,
  // Networks are not taken: https://learn.microsoft.com/defender-endpoint/indicator-ip-domain
  IpAddress: /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:]*)$/i,
  DomainName: /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/i,
  Url: /^https?:\/\/\S+$/i,
};

function refuseMisfit({ indicatorType, indicatorValue, action, generateAlert }: EndpointIndicatorFields): void {
  if (shapes[indicatorType]?.test(indicatorValue) === false) {
    throw new Refusal(400, 'InvalidInput', `Value '${indicatorValue}' is not a valid ${indicatorType}.`);
  }
  if (action === 'Audit' && generateAlert === false) {
    throw new Refusal(400, 'InvalidInput', "Action 'Audit' needs generateAlert to be true.");
  }
}

function put(store: Store, fields: EndpointIndicatorFields): Shelved<EndpointIndicatorFields> {
  refuseMisfit(fields);
  const shelf = store.endpoint.indicators;
  if (!indicatorLike(shelf, fields) && shelf.all().length >= mostIndicators) {
    throw new Refusal(400, 'InvalidInput', `Max capacity of ${mostIndicators} indicators has been reached.`);
  }
  const { objectId, displayName, user } = currentCaller();
  const by = { objectId, email: null, name: user?.upn ?? displayName, userPrincipalName: user?.upn ?? null };
  return putIndicator(shelf, fields, by);
}

/** One line of an import: a line that does not fit fails by itself. */
function imported(store: Store, sent: unknown) {
  const indicator = String(Object(sent).indicatorValue ?? '');
  const failed = (failureReason: string) => ({ id: null, indicator, isFailed: true, failureReason });
  const parsed = endpointIndicatorRequest.safeParse(sent);
  if (!parsed.success) return failed(parsed.error.issues[0]?.message ?? 'not understood');
  try {
    return { id: put(store, parsed.data).name, indicator, isFailed: false, failureReason: null };
  } catch (failure) {
    if (failure instanceof Refusal) return failed(failure.message);
    throw failure;
  }
}

const fields: FilterFields<EndpointIndicator> = {
  indicatorValue: { type: 'text', read: (indicator) => indicator.indicatorValue },
  indicatorType: { type: 'enum', read: (indicator) => indicator.indicatorType },
  action: { type: 'enum', read: (indicator) => indicator.action },
  severity: { type: 'enum', read: (indicator) => indicator.severity },
  application: { type: 'text', read: (indicator) => indicator.application },
  title: { type: 'text', read: (indicator) => indicator.title },
  createdByDisplayName: { type: 'text', read: (indicator) => indicator.createdByDisplayName },
  creationTimeDateTimeUtc: { type: 'time', read: (indicator) => indicator.creationTimeDateTimeUtc },
  lastUpdateTime: { type: 'time', read: (indicator) => indicator.lastUpdateTime },
  expirationTime: { type: 'time', read: (indicator) => indicator.expirationTime },
};

export const endpointIndicatorHandlers: HandlerGroup = ({ store }) =>
  onBothHosts((root) => [
    http.get(`${root}/indicators`, ({ request }) => {
      const value = endpointPage(
        request,
        store.endpoint.indicators.all().map(faceOf),
        fields,
        'creationTimeDateTimeUtc',
      );
      return HttpResponse.json({ ...endpointContext('Indicators'), value });
    }),

    http.post(`${root}/indicators`, async ({ request }) => {
      const record = put(store, await parsedBody(request, endpointIndicatorRequest, 'InvalidRequestBody'));
      return HttpResponse.json({ ...endpointContext('Indicators/$entity'), ...faceOf(record) });
    }),

    http.post(`${root}/indicators/import`, async ({ request }) => {
      const { Indicators } = await parsedBody(request, endpointIndicatorImport, 'InvalidRequestBody');
      if (Indicators.length > mostImported) {
        throw new Refusal(
          400,
          'MaximumBatchSizeExceeded',
          `At most ${mostImported} indicators can be imported at a time.`,
        );
      }
      const value = Indicators.map((sent) => imported(store, sent));
      return HttpResponse.json({ ...endpointContext('Collection(ImportIndicatorResult)'), value });
    }),

    http.post(`${root}/indicators/BatchDelete`, async ({ request }) => {
      const { IndicatorIds } = await parsedBody(request, endpointIndicatorBatchDelete, 'InvalidRequestBody');
      if (IndicatorIds.length > mostImported) {
        throw new Refusal(
          400,
          'MaximumBatchSizeExceeded',
          `At most ${mostImported} indicators can be deleted at a time.`,
        );
      }
      for (const id of IndicatorIds) store.endpoint.indicators.remove(id);
      return new HttpResponse(null, { status: 204 });
    }),

    http.delete(`${root}/indicators/:id`, ({ params }) => {
      const id = String(params.id);
      if (!store.endpoint.indicators.remove(id)) {
        throw new Refusal(404, 'ResourceNotFound', `Indicator ${id} was not found`);
      }
      return new HttpResponse(null, { status: 204 });
    }),
  ]);
