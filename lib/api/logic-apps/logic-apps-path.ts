/** ARM's paths of Logic Apps. A playbook may live in any resource group, so one is addressed by its whole id. */
import { ApiError } from '@/lib/api/transport/api-error';
import { segment } from '@/lib/api/transport/url-parts';
import { logicAppsApiVersion } from '@/lib/wire/logic-apps/workflow';

/** The query part that every call of Logic Apps carries. */
export const logicAppsVersion = { 'api-version': logicAppsApiVersion };

const shape = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Logic\/workflows\/([^/]+)$/i;

/** The path of a workflow from its ARM id. The id comes from a reply or an analyst: nothing else may become a path. */
export function workflowPath(id: string): string {
  const [, subscription, group, name] = shape.exec(id) ?? [];
  if (subscription === undefined || group === undefined || name === undefined) {
    throw new ApiError({
      api: 'sentinel',
      status: 0,
      code: 'NotALogicApp',
      message: `Not the resource id of a Logic App: ${JSON.stringify(id)}`,
      requestId: null,
      retryable: false,
    });
  }
  return `${logicAppsGroupPath(subscription, group)}/${segment(name)}`;
}

/** Where the workflows of a resource group are listed. */
export const logicAppsGroupPath = (subscription: string, group: string): string =>
  `/subscriptions/${segment(subscription)}/resourceGroups/${segment(group)}/providers/Microsoft.Logic/workflows`;
