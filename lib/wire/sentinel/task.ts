/** A task of a Sentinel incident: what an analyst or an automation rule wants done. At most 40 to an incident. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { dateTime, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';
import { sentinelAuthor } from '@/lib/wire/sentinel/author';

/** `IncidentTaskStatus`. */
export const sentinelTaskStatuses = ['New', 'Completed'] as const;
export type SentinelTaskStatus = (typeof sentinelTaskStatuses)[number];

const written = { title: z.string(), description: optionalText, status: closedEnum(sentinelTaskStatuses) };

/** https://learn.microsoft.com/rest/api/securityinsights/incident-tasks */
export const sentinelTask = openObject({
  ...armResource,
  etag: armEtag,
  properties: openObject({
    ...written,
    createdTimeUtc: dateTime,
    lastModifiedTimeUtc: dateTime,
    createdBy: sentinelAuthor.nullish(),
    lastModifiedBy: sentinelAuthor.nullish(),
  }),
});
export type SentinelTask = z.infer<typeof sentinelTask>;

/** A page of `IncidentTasks_List`. */
export const sentinelTaskList = armList(sentinelTask);

/** The body of PUT incidents/{name}/tasks/{guid}. */
export const sentinelTaskRequest = openObject({ etag: armEtag, properties: z.object(written) });
export type SentinelTaskRequest = z.infer<typeof sentinelTaskRequest>;
