/** Something that was ordered to be done on a device, and how far it has come. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { dateTime, optionalDateTime, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** `type` of a machine action. `LiveResponse` is ordered as `live-response.ts` says, `Offboard` by nothing here. */
export const endpointActionTypes = [
  'RunAntiVirusScan',
  'Offboard',
  'LiveResponse',
  'CollectInvestigationPackage',
  'Isolate',
  'Unisolate',
  'StopAndQuarantineFile',
  'RestrictCodeExecution',
  'UnrestrictCodeExecution',
] as const;
export type EndpointActionType = (typeof endpointActionTypes)[number];

/** `status`: the first two are under way, the others final. */
export const endpointActionStatuses = ['Pending', 'InProgress', 'Succeeded', 'Failed', 'TimeOut', 'Cancelled'] as const;
export type EndpointActionStatus = (typeof endpointActionStatuses)[number];

/** https://learn.microsoft.com/defender-endpoint/api/machineaction */
export const endpointMachineAction = openObject({
  id: z.string(),
  type: closedEnum(endpointActionTypes),
  title: optionalText,
  /** Full or Selective, Quick or Full; what the action doesn't ask for is null. */
  scope: optionalText,
  requestor: optionalText,
  requestorComment: optionalText,
  status: closedEnum(endpointActionStatuses),
  machineId: z.string(),
  computerDnsName: optionalText,
  creationDateTimeUtc: dateTime,
  /** Microsoft's examples also call it `lastUpdateTimeUtc`. */
  lastUpdateDateTimeUtc: optionalDateTime,
  lastUpdateTimeUtc: optionalDateTime,
  cancellationRequestor: optionalText,
  cancellationComment: optionalText,
  cancellationDateTimeUtc: optionalDateTime,
  errorHResult: z.number().nullish(),
  relatedFileInfo: openObject({ fileIdentifier: optionalText, fileIdentifierType: optionalText }).nullish(),
  /** Of a live response: each command and how it went. */
  commands: z
    .array(
      openObject({
        index: z.number(),
        startTime: optionalDateTime,
        endTime: optionalDateTime,
        /** Created, Completed or Failed, so far. */
        commandStatus: optionalText,
        errors: z.array(z.string()).nullish(),
        command: openObject({
          type: optionalText,
          params: z.array(openObject({ key: optionalText, value: optionalText })).nullish(),
        }).nullish(),
      }),
    )
    .nullish(),
});
export type EndpointMachineAction = z.infer<typeof endpointMachineAction>;

/** GET machineactions, read as one answer: no next link is followed. */
export const endpointMachineActionList = openObject({ value: z.array(endpointMachineAction) });

/** GET machineactions/{id}/getPackageUri: where a collected package lies, for a short while. */
export const endpointPackageUri = openObject({ value: z.string() });

/** What every action is sent with; the names of the members are case-sensitive. */
const comment = { Comment: z.string().min(1) };

/** POST machines/{id}/unisolate, collectInvestigationPackage, restrictCodeExecution and unrestrictCodeExecution. */
export const endpointCommentRequest = z.object(comment);

/** POST machines/{id}/isolate. `Selective` leaves Outlook, Teams and Skype connected. */
export const endpointIsolateRequest = z.object({ ...comment, IsolationType: z.enum(['Full', 'Selective']) });

/** POST machines/{id}/runAntiVirusScan. */
export const endpointScanRequest = z.object({ ...comment, ScanType: z.enum(['Quick', 'Full']) });

/** POST machines/{id}/StopAndQuarantineFile: the file by its SHA-1, 40 hexadecimal digits. */
export const endpointStopFileRequest = z.object({ ...comment, Sha1: z.string().regex(/^[0-9a-f]{40}$/i) });
export type EndpointCommentRequest = z.infer<typeof endpointCommentRequest>;
export type EndpointIsolateRequest = z.infer<typeof endpointIsolateRequest>;
export type EndpointScanRequest = z.infer<typeof endpointScanRequest>;
export type EndpointStopFileRequest = z.infer<typeof endpointStopFileRequest>;
