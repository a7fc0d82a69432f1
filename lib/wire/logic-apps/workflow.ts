/** A Logic App: what Sentinel calls a playbook when it starts with one of Sentinel's triggers. */
import { z } from 'zod';
import { dateTime, optionalDateTime, optionalDictionary, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armList, armResource } from '@/lib/wire/sentinel/arm';

/** The newest stable version of Microsoft.Logic. */
export const logicAppsApiVersion = '2019-05-01';

/**
 * What a workflow does, in the Workflow Definition Language; only the parts that tell a playbook apart are described.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language
 */
const definition = openObject({
  $schema: optionalText,
  contentVersion: optionalText,
  parameters: optionalDictionary,
  /** By name; Sentinel's triggers are told apart by `inputs.path`. */
  triggers: z.record(z.string(), openObject({ type: z.string(), inputs: optionalDictionary })),
  /** By name, each with the actions it runs after and the states these must end in. */
  actions: z.record(
    z.string(),
    openObject({
      type: z.string(),
      inputs: optionalDictionary,
      runAfter: z.record(z.string(), z.array(z.string())).nullish(),
    }),
  ),
  outputs: optionalDictionary,
});

/** https://learn.microsoft.com/rest/api/logic/workflows/get */
export const logicAppsWorkflow = openObject({
  ...armResource,
  location: optionalText,
  tags: z.record(z.string(), z.string()).nullish(),
  properties: openObject({
    provisioningState: optionalText,
    createdTime: dateTime,
    changedTime: dateTime,
    /** Enabled or Disabled; also Completed, Deleted and Suspended, so far. */
    state: z.string(),
    version: optionalText,
    accessEndpoint: optionalText,
    definition: definition.nullish(),
    parameters: optionalDictionary,
  }),
});
export type LogicAppsWorkflow = z.infer<typeof logicAppsWorkflow>;

/** A page of GET workflows. https://learn.microsoft.com/rest/api/logic/workflows/list-by-resource-group */
export const logicAppsWorkflowList = armList(logicAppsWorkflow);

/** https://learn.microsoft.com/rest/api/logic/workflow-triggers/get */
export const logicAppsTrigger = openObject({
  ...armResource,
  properties: openObject({
    provisioningState: optionalText,
    createdTime: optionalDateTime,
    changedTime: optionalDateTime,
    state: optionalText,
    status: optionalText,
    lastExecutionTime: optionalDateTime,
    workflow: openObject(armResource).nullish(),
  }),
});
export type LogicAppsTrigger = z.infer<typeof logicAppsTrigger>;

/** A page of GET workflows/{name}/triggers. */
export const logicAppsTriggerList = armList(logicAppsTrigger);

/** POST …/triggers/{name}/listCallbackUrl: an address that starts the workflow for whoever knows it. A secret. */
export const logicAppsCallbackUrl = openObject({
  value: z.string(),
  method: optionalText,
  basePath: optionalText,
  relativePath: optionalText,
  relativePathParameters: z.array(z.string()).nullish(),
  queries: z.record(z.string(), z.string()).nullish(),
});
export type LogicAppsCallbackUrl = z.infer<typeof logicAppsCallbackUrl>;
