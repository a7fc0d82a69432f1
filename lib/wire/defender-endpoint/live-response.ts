/** Commands on a device: POST machines/{id}/runLiveResponse. Names of members are case-sensitive. */
import { z } from 'zod';
import { openObject } from '@/lib/wire/open-object';

/** `type` of a command. https://learn.microsoft.com/defender-endpoint/api/run-live-response */
export const endpointLiveCommandTypes = ['PutFile', 'RunScript', 'GetFile'] as const;

/** At most ten at a time. https://learn.microsoft.com/defender-endpoint/api/run-live-response */
export const endpointLiveResponseRequest = z.object({
  Comment: z.string().min(1),
  Commands: z
    .array(
      z.object({
        type: z.enum(endpointLiveCommandTypes),
        params: z.array(z.object({ key: z.string(), value: z.string() })),
      }),
    )
    .min(1)
    .max(10),
});
export type EndpointLiveResponseRequest = z.infer<typeof endpointLiveResponseRequest>;

/** GET machineactions/{id}/GetLiveResponseResultDownloadLink(index=0): where a result lies, for half an hour. */
export const endpointLiveResponseLink = openObject({ value: z.string() });
