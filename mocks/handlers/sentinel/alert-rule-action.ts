/** Playbooks that an analytics rule starts itself. The trigger's address is taken and never given back. */
import { HttpResponse, http } from 'msw';
import { sentinelAlertRuleActionRequest } from '@/lib/wire/sentinel/alert-rule-action';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { alertRuleOr404 } from '@/mocks/handlers/sentinel/alert-rule';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { alertRuleActionFace } from '@/mocks/store/faces/alert-rule-face';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import type { AlertRuleActionRecord, AlertRuleRecord } from '@/mocks/store/records/alert-rule-record';

const root = `${securityInsightsPath}/alertRules/:rule/actions`;

const actionNamed = (rule: AlertRuleRecord, name: string): AlertRuleActionRecord | undefined =>
  rule.actions.find((action) => action.name.toLowerCase() === name.toLowerCase());

export const sentinelAlertRuleActionHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    armRequest(request, params);
    const rule = alertRuleOr404(store, String(params.rule));
    return HttpResponse.json({ value: rule.actions.map((action) => alertRuleActionFace(rule, action)) });
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const rule = alertRuleOr404(store, String(params.rule));
    const action = actionNamed(rule, String(params.name));
    if (!action) throw new Refusal(404, 'NotFound', `Action with id '${String(params.name)}' was not found.`);
    return HttpResponse.json(alertRuleActionFace(rule, action));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const rule = alertRuleOr404(store, String(params.rule));
    const name = String(params.name);
    const { etag, properties } = await parsedBody(request, sentinelAlertRuleActionRequest, 'BadRequest');
    const known = actionNamed(rule, name);
    if (known) refuseStale(etag, etagOf(known.revision, known.changedAt), known.name);
    const { logicAppResourceId } = properties;
    const changedAt = store.clock.iso();
    const action = { name: known?.name ?? name, logicAppResourceId, revision: (known?.revision ?? 0) + 1, changedAt };
    rule.actions = [...rule.actions.filter((other) => other !== known), action];
    return HttpResponse.json(alertRuleActionFace(rule, action), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const rule = alertRuleOr404(store, String(params.rule));
    const known = actionNamed(rule, String(params.name));
    rule.actions = rule.actions.filter((action) => action !== known);
    return new HttpResponse(null, { status: known ? 200 : 204 });
  }),
];
