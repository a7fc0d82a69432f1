/** The shapes that the browser may send. Whatever is not listed here is refused before any procedure runs. */
import { z } from 'zod';
import { mostActs } from '@/lib/domain/incident/act';
import type { IncidentChanges } from '@/lib/domain/incident/incident';
import { severities, syncedFields } from '@/lib/domain/incident/incident';
import { longestTaskDescription, longestTaskTitle, taskStatuses } from '@/lib/domain/incident/task';
import { systems } from '@/lib/domain/source/source';

/** An incident key, a portal URL or any id that somebody pasted. */
export const idText = z.string().trim().min(1).max(2_000);

/** Made by the browser, so that a request sent twice is one command. */
export const commandId = z.guid();

const assignee = z.object({
  name: z.string().min(1).max(256),
  displayName: z.string().max(256).nullable(),
  objectId: z.guid().nullable(),
  isGroup: z.literal(true).exactOptional(),
});

/** Any words: whether Microsoft's systems offer them is for the domain to say. */
export const verdict = z.object({
  classification: z.enum(['truePositive', 'falsePositive', 'benignPositive', 'undetermined']),
  determination: z.string().max(64).nullable(),
  reason: z.string().max(64).nullable(),
  comment: z.string().max(5_000).nullable(),
});

const changesShape = z.strictObject({
  status: z.enum(['new', 'inProgress', 'resolved']).exactOptional(),
  severity: z.enum(severities).exclude(['unknown']).exactOptional(),
  assignee: assignee.nullable().exactOptional(),
  verdict: verdict.exactOptional(),
  tags: z
    .array(z.object({ name: z.string().trim().min(1).max(128), origin: z.enum(['analyst', 'system']) }))
    .max(100)
    .exactOptional(),
});

const seenValues: z.ZodType<IncidentChanges> = changesShape;

/** At least one field. What is absent stays as it is; null takes the assignee away. */
export const incidentChanges: z.ZodType<IncidentChanges> = changesShape.refine(
  (changes) => Object.keys(changes).length > 0,
  'name at least one field to change',
);

const reason = z.string().max(5_000).nullable();

const actRequest = z.object({
  commandId,
  key: idText,
  changes: incidentChanges,
  seen: seenValues.nullable(),
  overwrite: z.boolean(),
});

/** A change of one incident. */
export const changeRequest = actRequest.extend({ reason });

/** Changes of many incidents, each with an outcome of its own. */
export const changeManyRequest = z.object({ acts: z.array(actRequest).min(1).max(mostActs), reason });

/** Commands to take back, to send again or to read. */
export const commandIds = z.object({ commandIds: z.array(commandId).min(1).max(mostActs) });

/** `through`: the system to write to, where that matters. */
export const undoRequest = commandIds.extend({ through: z.enum(systems).nullish() });

const correlationReasons = z.array(z.string().regex(/^[A-Za-z]{1,64}$/u)).max(20);
const words = z.string().trim().min(1).max(5_000).nullable();
const keys = z.array(idText).min(1);

/** Incidents by any of their names. */
export const keysRequest = z.object({ keys: keys.max(mostActs) });

/** More than Defender merges at once: the preview itself says which are too many. */
export const mergePreviewRequest = z.object({ keys: keys.min(2).max(10), survivor: idText.nullish() });

/** `sources` end, `survivor` stays; `reasons` are members of Graph's `correlationReason`. */
export const mergeRequest = z.object({
  commandId,
  survivor: idText,
  sources: keys.max(9),
  reasons: correlationReasons,
  comment: words,
});

/** `to` null makes a new incident of the alerts. */
export const moveAlertsRequest = z.object({
  commandId,
  from: idText,
  alertIds: z.array(z.string().min(1).max(256)).min(1).max(mostActs),
  to: idText.nullable(),
  reasons: correlationReasons,
  comment: words,
});

/** `keep` is the system whose value both shall have. */
export const settleDriftRequest = z.object({
  commandId,
  key: idText,
  field: z.enum(syncedFields),
  keep: z.enum(systems),
});

/** A comment on an incident. */
export const commentRequest = z.object({
  commandId,
  key: idText,
  // Sentinel keeps up to 30,000 characters in a comment.
  text: z.string().trim().min(1).max(30_000),
});

const taskFields = z
  .object({
    title: z.string().trim().min(1).max(longestTaskTitle),
    description: z.string().max(longestTaskDescription).nullable(),
    status: z.enum(taskStatuses),
  })
  .nullable();

/** One of both is there: a task that is neither now nor shall be is nothing. */
export const taskRequest = z
  .object({
    commandId,
    key: idText,
    // Sentinel's name of it; automations choose their own.
    taskId: z.string().regex(/^[\w.-]{1,128}$/u),
    before: taskFields,
    wanted: taskFields,
  })
  .refine(({ before, wanted }) => before !== null || wanted !== null, 'say what the task was or what it shall be');

/** A query in KQL; `timespan` is ISO 8601, null leaves the time to the query. */
export const queryRequest = z.object({
  text: z.string().trim().min(1).max(100_000),
  timespan: z.string().max(100).nullable(),
});

/** The last event that the browser has; without it the stream starts with what comes next. */
export const feedStart = z.object({ lastEventId: z.string().regex(/^\d+$/u).nullish() });
