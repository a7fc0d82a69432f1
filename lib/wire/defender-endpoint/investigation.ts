/** An automated investigation of a device. https://learn.microsoft.com/defender-endpoint/api/investigation */
import { z } from 'zod';
import { optionalDateTime, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** In the order of Microsoft's page; open, because readers take what comes. */
export const endpointInvestigationStates = [
  'Unknown',
  'Terminated',
  'SuccessfullyRemediated',
  'Benign',
  'Failed',
  'PartiallyRemediated',
  'Running',
  'PendingApproval',
  'PendingResource',
  'PartiallyInvestigated',
  'TerminatedByUser',
  'TerminatedBySystem',
  'Queued',
  'InnerFailure',
  'PreexistingAlert',
  'UnsupportedOs',
  'UnsupportedAlertType',
  'SuppressedAlert',
] as const;
export type EndpointInvestigationState = (typeof endpointInvestigationStates)[number];

/** GET investigations/{id}; `startInvestigation` on a machine answers the same shape. */
export const endpointInvestigation = openObject({
  /** A number, as text. */
  id: z.string(),
  startTime: optionalDateTime,
  /** Not there while it runs. */
  endTime: optionalDateTime,
  cancelledBy: optionalText,
  /** One of `endpointInvestigationStates`, so far. */
  state: z.string(),
  statusDetails: optionalText,
  machineId: optionalText,
  computerDnsName: optionalText,
  triggeringAlertId: optionalText,
});
export type EndpointInvestigation = z.infer<typeof endpointInvestigation>;

/** GET investigations, read as one answer: no next link is followed. */
export const endpointInvestigationList = openObject({ value: z.array(endpointInvestigation) });
