/** Automation rules: read, made, replaced and removed. */
import { HttpResponse, http } from 'msw';
import { sentinelAutomationRuleRequest } from '@/lib/wire/sentinel/automation-rule';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { automationRuleFace } from '@/mocks/store/faces/alert-rule-face';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import type { AutomationRuleFields } from '@/mocks/store/records/automation-rule-record';
import type { Store } from '@/mocks/store/store';

const root = `${securityInsightsPath}/automationRules`;
const limits = { displayName: 500, order: 1000, conditions: 50, actions: 20 } as const;

function refuse(what: string): never {
  throw new Refusal(400, 'BadRequest', `Invalid automation rule: ${what}`);
}

/** https://learn.microsoft.com/rest/api/securityinsights/automation-rules/create-or-update */
function check(store: Store, { displayName, order, triggeringLogic, actions }: AutomationRuleFields): void {
  if (displayName.trim() === '' || displayName.length > limits.displayName) {
    refuse(`'displayName' must have between 1 and ${limits.displayName} characters.`);
  }
  if (!Number.isInteger(order) || order < 1 || order > limits.order) {
    refuse(`'order' must be a whole number between 1 and ${limits.order}.`);
  }
  if ((triggeringLogic.conditions?.length ?? 0) > limits.conditions) {
    refuse(`'conditions' must not have more than ${limits.conditions} entries.`);
  }
  if (actions.length === 0 || actions.length > limits.actions) {
    refuse(`'actions' must have between 1 and ${limits.actions} entries.`);
  }
  if (triggeringLogic.triggersOn === 'Alerts' && actions.some(({ actionType }) => actionType !== 'RunPlaybook')) {
    refuse('a rule that triggers on alerts can only run playbooks.');
  }
  for (const action of actions) {
    if (action.actionType !== 'RunPlaybook') continue;
    const id = action.actionConfiguration.logicAppResourceId;
    if (!store.rules.playbooks.byId(id)) refuse(`the playbook '${id}' was not found.`);
  }
}

export const sentinelAutomationRuleHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$top', '$skiptoken']);
    return HttpResponse.json(armPage(request, options, store.rules.automationRules.all(), automationRuleFace, 1000));
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const rule = store.rules.automationRules.byName(String(params.name));
    if (!rule) throw new Refusal(404, 'NotFound', `Automation rule with id '${String(params.name)}' was not found.`);
    return HttpResponse.json(automationRuleFace(rule));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const name = String(params.name);
    const { etag, properties } = await parsedBody(request, sentinelAutomationRuleRequest, 'BadRequest');
    check(store, properties);
    const known = store.rules.automationRules.byName(name);
    if (known) refuseStale(etag, etagOf(known.revision, known.updatedAt), known.name);
    const rule = store.rules.automationRules.put(name, properties, currentAuthor());
    return HttpResponse.json(automationRuleFace(rule), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const gone = store.rules.automationRules.remove(String(params.name));
    return new HttpResponse(null, { status: gone ? 200 : 204 });
  }),
];
