/**
 * Custom detections: beta only. A rule is named by its caller, its query is checked by the engine before it is taken,
 * and what its runs left behind is read-only. https://learn.microsoft.com/graph/api/resources/security-detectionrule
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import {
  type GraphDetectionRule,
  type GraphDetectionRuleStatus,
  graphDetectionRuleRequest,
} from '@/lib/wire/graph-security/detection-rule';
import { refuseRule } from '@/mocks/handlers/graph-security/detection-rule-check';
import { currentCaller, linkTo } from '@/mocks/handlers/manners/exchange';
import { jsonBody, parsedValue } from '@/mocks/handlers/manners/json-body';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { graphPage } from '@/mocks/handlers/manners/odata/graph-page';
import { orderOf } from '@/mocks/handlers/manners/odata/order';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { selection } from '@/mocks/handlers/manners/odata/select';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup, Services } from '@/mocks/handlers/services';
import type { DetectionRuleFields, DetectionRuleRecord } from '@/mocks/store/records/detection-rule-record';

const root = 'https://graph.microsoft.com/beta/security/rules/detectionRules';
const context = 'https://graph.microsoft.com/beta/$metadata#security/rules/detectionRules';
const pageSize = { usual: 100, largest: 100 };

/** Everything Microsoft's reference marks as filterable. */
const filterFields: FilterFields<DetectionRuleRecord> = {
  createdBy: { type: 'text', read: (rule) => rule.createdBy },
  createdDateTime: { type: 'time', read: (rule) => rule.createdDateTime },
  displayName: { type: 'text', read: (rule) => rule.fields.displayName },
  lastModifiedBy: { type: 'text', read: (rule) => rule.lastModifiedBy },
  lastModifiedDateTime: { type: 'time', read: (rule) => rule.lastModifiedDateTime },
  status: { type: 'enum', read: (rule) => rule.fields.status },
};
const orderFields: FilterFields<DetectionRuleRecord> = {
  createdDateTime: { type: 'time', read: (rule) => rule.createdDateTime },
  displayName: { type: 'text', read: (rule) => rule.fields.displayName },
  lastModifiedDateTime: { type: 'time', read: (rule) => rule.lastModifiedDateTime },
};

const faceOf = ({ id, fields, lastRun, ...rule }: DetectionRuleRecord): GraphDetectionRule => ({
  '@odata.type': '#microsoft.graph.security.detectionRule',
  id,
  ...fields,
  createdBy: rule.createdBy,
  createdDateTime: rule.createdDateTime,
  lastModifiedBy: rule.lastModifiedBy,
  lastModifiedDateTime: rule.lastModifiedDateTime,
  lastRunDetails: lastRun,
});

function ruleOr404({ store }: Services, id: string): DetectionRuleRecord {
  const rule = store.detectionRules.byId(id);
  if (!rule) throw new Refusal(404, 'NotFound', `Detection rule with id '${id}' was not found.`);
  return rule;
}

/** Microsoft alone turns a rule off by itself. */
function writableStatus(status: GraphDetectionRuleStatus): DetectionRuleFields['status'] {
  if (status === 'enabled' || status === 'disabled') return status;
  throw new Refusal(400, 'BadRequest', "Invalid value for 'status': only enabled and disabled can be set.");
}

function fieldsOf(body: unknown): { id: string; fields: DetectionRuleFields } {
  const sent = parsedValue(body, graphDetectionRuleRequest, 'BadRequest');
  return {
    id: sent.id,
    fields: {
      displayName: sent.displayName,
      description: sent.description ?? null,
      status: writableStatus(sent.status),
      queryCondition: { queryText: sent.queryCondition.queryText },
      schedule: { frequency: sent.schedule.frequency },
      detectionAction: sent.detectionAction ?? {},
    },
  };
}

/** Properties that are sent replace what was there, inside of objects too; a list is replaced as a whole. */
function merged(current: unknown, wanted: unknown): unknown {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(current) || !isObject(wanted)) return wanted;
  return {
    ...current,
    ...Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, merged(current[name], value)])),
  };
}

function list({ store }: Services, request: Request): Response {
  const options = queryOptions(new URL(request.url), [
    '$filter',
    '$orderby',
    '$top',
    '$skip',
    '$count',
    '$select',
    '$skiptoken',
  ]);
  const select = selection(options.text('$select'), 'microsoft.graph.security.detectionRule', graphDetectionRuleNames);
  const found = [...store.detectionRules.all()]
    .filter(filterTest(options.text('$filter'), filterFields))
    .sort(orderOf(options.text('$orderby'), orderFields, 'createdDateTime desc'));
  return HttpResponse.json(graphPage(request, options, found, (rule) => select(faceOf(rule)), context, pageSize));
}

const graphDetectionRuleNames = [
  'id',
  'displayName',
  'description',
  'status',
  'queryCondition',
  'schedule',
  'detectionAction',
  'createdBy',
  'createdDateTime',
  'lastModifiedBy',
  'lastModifiedDateTime',
  'lastRunDetails',
];

async function create(services: Services, request: Request): Promise<Response> {
  const { store } = services;
  const { id, fields } = fieldsOf(await jsonBody(request, 'BadRequest'));
  if (!/^[\w.-]{1,128}$/.test(id)) throw new Refusal(400, 'BadRequest', `Invalid value for 'id': '${id}'.`);
  const taken = [...store.detectionRules.all()].some(
    (rule) => rule.id === id || rule.fields.displayName.toLowerCase() === fields.displayName.toLowerCase(),
  );
  if (taken) throw new Refusal(409, 'Conflict', `A detection rule with the id '${id}' or this name already exists.`);
  await refuseRule(services, fields);
  const at = store.clock.iso();
  const { displayName } = currentCaller();
  const rule: DetectionRuleRecord = {
    id,
    detectorId: guidOf(`detection-rule/${id}/${at}`),
    fields,
    createdBy: displayName,
    createdDateTime: at,
    lastModifiedBy: displayName,
    lastModifiedDateTime: at,
    queryModifiedDateTime: at,
    lastRun: null,
    nextRunDateTime: null,
  };
  store.detectionRules.add(rule);
  return HttpResponse.json(
    { '@odata.context': `${context}/$entity`, ...faceOf(rule) },
    { status: 201, headers: { location: linkTo(`${root}/${id}`) } },
  );
}

async function update(services: Services, request: Request, id: string): Promise<Response> {
  const rule = ruleOr404(services, id);
  const wanted = merged({ id, ...rule.fields }, await jsonBody(request, 'BadRequest'));
  const { id: named, fields } = fieldsOf(
    // A rule that Microsoft turned off may be changed otherwise without being turned on.
    rule.fields.status === 'autoDisabled' ? merged({ status: 'disabled' }, wanted) : wanted,
  );
  if (named !== id) throw new Refusal(400, 'BadRequest', "The property 'id' cannot be changed.");
  await refuseRule(services, fields);
  services.store.detectionRules.change(rule, fields, { kind: 'caller', name: currentCaller().displayName });
  return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...faceOf(rule) });
}

export const detectionRuleHandlers: HandlerGroup = (services) => [
  http.get(root, ({ request }) => list(services, request)),
  http.post(root, ({ request }) => create(services, request)),
  http.get(`${root}/:id`, ({ params }) => {
    const rule = ruleOr404(services, String(params.id));
    return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...faceOf(rule) });
  }),
  http.patch(`${root}/:id`, ({ request, params }) => update(services, request, String(params.id))),
  http.delete(`${root}/:id`, ({ params }) => {
    services.store.detectionRules.remove(ruleOr404(services, String(params.id)));
    return new HttpResponse(null, { status: 204 });
  }),
];
