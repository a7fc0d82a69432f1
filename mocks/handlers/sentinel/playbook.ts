/**
 * Playbooks started by hand, on an incident or an entity: 204, and the run goes on by itself.
 * https://learn.microsoft.com/azure/sentinel/automation/run-playbooks
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import { sentinelPlaybookRequest } from '@/lib/wire/sentinel/playbook';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { sentinelIncidentOr404 } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { playbookId } from '@/mocks/store/playbooks';
import type { PlaybookRun } from '@/mocks/store/records/sentinel-resource-records';
import type { Store } from '@/mocks/store/store';
import { tenantFacts } from '@/mocks/store/tenant-facts';

async function run(store: Store, request: Request, on: PlaybookRun['on']): Promise<Response> {
  const { logicAppsResourceId: id, tenantId } = await parsedBody(request, sentinelPlaybookRequest, 'BadRequest');
  if (!/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Logic\/workflows\/[^/]+$/i.test(id)) {
    throw new Refusal(400, 'BadRequest', `The Logic App resource id '${id}' is not valid.`);
  }
  if (tenantId && tenantId.toLowerCase() !== tenantFacts.tenantId) {
    throw new Refusal(
      403,
      'Forbidden',
      `The playbook '${id}' is in a tenant that Microsoft Sentinel has no access to.`,
    );
  }
  const known = store.rules.playbooks.byId(id);
  if (!known) throw new Refusal(404, 'NotFound', `The playbook '${id}' was not found.`);
  const count = store.sentinel.playbookRuns().length;
  store.sentinel.runPlaybook({
    id: guidOf(`contoso/playbook-run/${count}`),
    at: store.clock.iso(),
    logicAppId: playbookId(known.name),
    on,
    by: currentAuthor(),
  });
  return new HttpResponse(null, { status: 204 });
}

export const sentinelPlaybookHandlers: HandlerGroup = ({ store }) => [
  http.post(`${securityInsightsPath}/incidents/:name/runPlaybook`, ({ request, params }) => {
    armRequest(request, params);
    const { name } = sentinelIncidentOr404(store, String(params.name));
    return run(store, request, { kind: 'incident', name });
  }),

  http.post(`${securityInsightsPath}/entities/:name/runPlaybook`, ({ request, params }) => {
    armRequest(request, params);
    return run(store, request, { kind: 'entity', name: String(params.name) });
  }),
];
