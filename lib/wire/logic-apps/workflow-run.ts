/** One run of a Logic App, and what each of its actions did. */
import { z } from 'zod';
import { dateTime, optionalBoolean, optionalDateTime, optionalDictionary, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armList, armResource } from '@/lib/wire/sentinel/arm';

/** `WorkflowStatus` in the order of Microsoft's specification. Services add members, so readers take any text. */
export const logicAppsRunStatuses = [
  'NotSpecified',
  'Paused',
  'Running',
  'Waiting',
  'Succeeded',
  'Skipped',
  'Suspended',
  'Cancelled',
  'Failed',
  'Faulted',
  'TimedOut',
  'Aborted',
  'Ignored',
] as const;
export type LogicAppsRunStatus = (typeof logicAppsRunStatuses)[number];

const correlation = openObject({ clientTrackingId: optionalText, actionTrackingId: optionalText });
const failure = openObject({ code: optionalText, message: optionalText });

/** https://learn.microsoft.com/rest/api/logic/workflow-runs/get */
export const logicAppsRun = openObject({
  ...armResource,
  properties: openObject({
    startTime: dateTime,
    /** Not there while it runs. */
    endTime: optionalDateTime,
    /** One of `logicAppsRunStatuses`, so far. */
    status: z.string(),
    code: optionalText,
    error: failure.nullish(),
    correlation: correlation.nullish(),
    workflow: openObject({ id: optionalText, name: optionalText, type: optionalText }).nullish(),
    trigger: openObject({
      name: optionalText,
      startTime: optionalDateTime,
      endTime: optionalDateTime,
      status: optionalText,
      correlation: correlation.nullish(),
    }).nullish(),
    outputs: optionalDictionary,
  }),
});
export type LogicAppsRun = z.infer<typeof logicAppsRun>;

/** A page of GET runs. https://learn.microsoft.com/rest/api/logic/workflow-runs/list */
export const logicAppsRunList = armList(logicAppsRun);

/** https://learn.microsoft.com/rest/api/logic/workflow-run-actions/list */
export const logicAppsRunAction = openObject({
  ...armResource,
  properties: openObject({
    startTime: optionalDateTime,
    endTime: optionalDateTime,
    status: z.string(),
    code: optionalText,
    error: failure.nullish(),
    correlation: correlation.nullish(),
    canResubmit: optionalBoolean,
    trackingId: optionalText,
  }),
});
export type LogicAppsRunAction = z.infer<typeof logicAppsRunAction>;

/** A page of GET runs/{name}/actions. */
export const logicAppsRunActionList = armList(logicAppsRunAction);
