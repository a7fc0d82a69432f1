/**
 * Running a scheduled rule at once: 202, and the run's own address in `Location`. Preview versions only.
 * https://learn.microsoft.com/azure/sentinel/create-analytics-rules
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import { type SentinelRuleRun, sentinelRuleRunRequest } from '@/lib/wire/sentinel/rule-run';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { alertRuleOr404 } from '@/mocks/handlers/sentinel/alert-rule';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import { requirePreview } from '@/mocks/handlers/sentinel/preview';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf, sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import { ruleRunId } from '@/mocks/store/faces/health-rows';
import type { RuleRunRecord } from '@/mocks/store/rule-runs';
import type { Store } from '@/mocks/store/store';

const collection = 'triggeredAnalyticsRuleRuns';
const root = `${securityInsightsPath}/${collection}`;

const faceOf = (run: RuleRunRecord): SentinelRuleRun => ({
  id: sentinelResourceId(collection, run.name),
  name: run.name,
  type: 'Microsoft.SecurityInsights/TriggeredAnalyticsRuleRuns',
  etag: etagOf(1, run.createdAt),
  properties: {
    executionTimeUtc: run.executionTime,
    ruleId: run.rule,
    triggeredAnalyticsRuleRunId: run.name,
    provisioningState: run.state,
    ruleRunAdditionalData: {
      auditCorrelationId: guidOf(`audit/${run.name}`),
      createdBy: run.createdBy,
      // `CorrelationId` of the run in SentinelHealth, once there is one.
      ...(run.ranAt === null ? {} : { healthCorrelationId: ruleRunId(run.rule, run.ranAt) }),
    },
  },
});

async function trigger(store: Store, request: Request, name: string): Promise<Response> {
  const rule = alertRuleOr404(store, name);
  const { properties } = await parsedBody(request, sentinelRuleRunRequest, 'BadRequest');
  if (rule.body.kind !== 'Scheduled') {
    throw new Refusal(400, 'BadRequest', `Rules of kind '${rule.body.kind}' cannot be run on demand.`);
  }
  if (Date.parse(properties.executionTimeUtc) > store.clock.nowMs()) {
    throw new Refusal(400, 'BadRequest', "'executionTimeUtc' must not be in the future.");
  }
  const { user, displayName } = currentCaller();
  const run = store.rules.ruleRuns.ask(rule.name, properties.executionTimeUtc, user?.upn ?? displayName);
  const version = new URL(request.url).searchParams.get('api-version') ?? '';
  const location = `${sentinelResourceId(collection, run.name)}?api-version=${version}`;
  return new HttpResponse(null, { status: 202, headers: { location } });
}

export const sentinelRuleRunHandlers: HandlerGroup = ({ store }) => [
  http.post(`${securityInsightsPath}/alertRules/:rule/triggerRuleRun`, ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, 'alertRules/triggerRuleRun');
    return trigger(store, request, String(params.rule));
  }),

  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$skiptoken']);
    requirePreview(request, collection);
    return HttpResponse.json(armPage(request, options, store.rules.ruleRuns.all(), faceOf));
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, collection);
    const run = store.rules.ruleRuns.byName(String(params.name));
    if (!run) throw new Refusal(404, 'NotFound', `Rule run with id '${String(params.name)}' was not found.`);
    return HttpResponse.json(faceOf(run));
  }),
];
