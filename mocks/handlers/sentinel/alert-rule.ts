/** Analytics rules: read, made, replaced and removed. A rule that is on runs at once and then at its frequency. */
import { HttpResponse, http } from 'msw';
import { sentinelAlertRuleKinds, sentinelAlertRuleRequest } from '@/lib/wire/sentinel/alert-rule';
import { incidentCreationRefusal } from '@/mocks/cloud/connectors/carried-connectors';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { checkAlertRule } from '@/mocks/handlers/sentinel/alert-rule-check';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { alertRuleFace } from '@/mocks/store/faces/alert-rule-face';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import type { AlertRuleRecord } from '@/mocks/store/records/alert-rule-record';
import type { Store } from '@/mocks/store/store';

const root = `${securityInsightsPath}/alertRules`;

export function alertRuleOr404(store: Store, name: string): AlertRuleRecord {
  const rule = store.rules.alertRules.byName(name);
  if (!rule) throw new Refusal(404, 'NotFound', `Alert rule with id '${name}' was not found.`);
  return rule;
}

/** Near-real-time rules are written through preview versions; reading them needs none. */
function refuseKind(request: Request, kind: string, known: AlertRuleRecord | undefined): void {
  if (kind === 'NRT' && !new URL(request.url).searchParams.get('api-version')?.endsWith('-preview')) {
    const kinds = sentinelAlertRuleKinds.filter((stable) => stable !== 'NRT').join(', ');
    throw new Refusal(400, 'BadRequest', `The kind 'NRT' is not supported by this api-version. Supported: ${kinds}.`);
  }
  if (known && known.body.kind !== kind) {
    throw new Refusal(400, 'BadRequest', `The kind of alert rule '${known.name}' cannot be changed.`);
  }
}

export const sentinelAlertRuleHandlers: HandlerGroup = ({ store, engine }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$top', '$skiptoken']);
    return HttpResponse.json(armPage(request, options, [...store.rules.alertRules.all()], alertRuleFace, 1000));
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    return HttpResponse.json(alertRuleFace(alertRuleOr404(store, String(params.name))));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const name = String(params.name);
    const { etag, ...body } = await parsedBody(request, sentinelAlertRuleRequest, 'BadRequest');
    const known = store.rules.alertRules.byName(name);
    refuseKind(request, body.kind, known);
    if (known) refuseStale(etag, etagOf(known.revision, known.lastModifiedUtc), known.name);
    const duplicate = incidentCreationRefusal(store, body);
    if (duplicate !== undefined) throw new Refusal(400, 'BadRequest', duplicate);
    await checkAlertRule(engine, body, store.clock.now());
    const rule = store.rules.alertRules.write(name, body, { kind: 'caller', name: currentCaller().displayName });
    return HttpResponse.json(alertRuleFace(rule), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const rule = store.rules.alertRules.byName(String(params.name));
    if (!rule) return new HttpResponse(null, { status: 204 });
    store.rules.alertRules.remove(rule, { kind: 'caller', name: currentCaller().displayName });
    return new HttpResponse(null, { status: 200 });
  }),
];
