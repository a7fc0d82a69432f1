/** Templates of analytics rules, read-only. */
import { HttpResponse, http } from 'msw';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { ruleTemplates } from '@/mocks/store/seed-rules/rule-templates';

const root = `${securityInsightsPath}/alertRuleTemplates`;

export const sentinelAlertRuleTemplateHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    armRequest(request, params);
    return HttpResponse.json({ value: ruleTemplates(store) });
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const name = String(params.name);
    const template = ruleTemplates(store).find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!template) throw new Refusal(404, 'NotFound', `Alert rule template with id '${name}' was not found.`);
    return HttpResponse.json(template);
  }),
];
