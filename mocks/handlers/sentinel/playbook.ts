/**
 * Playbooks started by hand, on an incident or an entity: 204, and the run goes on by itself. An alert is an entity too.
 * https://learn.microsoft.com/azure/sentinel/automation/run-playbooks
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import { type SentinelPlaybookRequest, sentinelPlaybookRequest } from '@/lib/wire/sentinel/playbook';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { sentinelIncidentOr404 } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { playbookId } from '@/mocks/store/playbooks';
import type { PlaybookTarget } from '@/mocks/store/records/playbook-record';
import type { Store } from '@/mocks/store/store';
import { tenantFacts } from '@/mocks/store/tenant-facts';

type Target = (asked: SentinelPlaybookRequest) => PlaybookTarget;

async function run(store: Store, request: Request, target: Target): Promise<Response> {
  const asked = await parsedBody(request, sentinelPlaybookRequest, 'BadRequest');
  const { logicAppsResourceId: id, tenantId } = asked;
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
  const on = target(asked);
  if (on.kind !== known.trigger) {
    const message = `The playbook '${known.name}' starts with the trigger for the kind '${known.trigger}' and cannot be run on the kind '${on.kind}'.`;
    throw new Refusal(400, 'BadRequest', message);
  }
  if (!known.enabled) throw new Refusal(400, 'BadRequest', `The workflow of the playbook '${known.name}' is disabled.`);
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

/** An alert by its GUID, or one of the entities that alerts name. */
function entityTarget(store: Store, name: string, { incidentArmId }: SentinelPlaybookRequest): PlaybookTarget {
  const alert = [...store.alerts.all()].find((one) => one.systemAlertId.toLowerCase() === name.toLowerCase());
  if (alert) return { kind: 'alert', id: alert.id };
  const known = store.sentinel.entities.byName(name);
  if (!known) throw new Refusal(404, 'NotFound', `Entity with id '${name}' was not found.`);
  const incident = incidentArmId ? sentinelIncidentOr404(store, incidentArmId.split('/').at(-1) ?? '') : null;
  return { kind: 'entity', name: known.entity.name, incident: incident?.name ?? null };
}

export const sentinelPlaybookHandlers: HandlerGroup = ({ store }) => [
  http.post(`${securityInsightsPath}/incidents/:name/runPlaybook`, ({ request, params }) => {
    armRequest(request, params);
    const { name } = sentinelIncidentOr404(store, String(params.name));
    return run(store, request, () => ({ kind: 'incident', name }));
  }),

  http.post(`${securityInsightsPath}/entities/:name/runPlaybook`, ({ request, params }) => {
    armRequest(request, params);
    return run(store, request, (asked) => entityTarget(store, String(params.name), asked));
  }),
];
