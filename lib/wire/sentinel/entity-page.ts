/** What Sentinel knows about one entity: what is connected with it, what happened to it, what stands out. Preview. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { dateTime, optionalDateTime, optionalDictionary, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armList } from '@/lib/wire/sentinel/arm';
import { sentinelEntity } from '@/lib/wire/sentinel/entity';

/** GET entities. */
export const sentinelEntityPage = armList(sentinelEntity);

/** The body of POST entities/{name}/expand. */
export const sentinelExpandRequest = openObject({
  expansionId: z.guid(),
  startTime: optionalDateTime,
  endTime: optionalDateTime,
});

/** `Entities_Expand`: what is connected, by an edge from the entity that was asked for to each. */
export const sentinelExpandReply = openObject({
  value: openObject({
    entities: z.array(sentinelEntity),
    edges: z.array(openObject({ targetEntityId: z.string(), additionalData: optionalDictionary })),
  }),
  metaData: openObject({ aggregations: z.array(openObject({ entityKind: z.string(), count: z.number() })) }),
});

/** `EntityTimelineKind`. */
export const sentinelTimelineKinds = ['Activity', 'Bookmark', 'SecurityAlert', 'Anomaly'] as const;

/** The body of POST entities/{name}/getTimeline. */
export const sentinelTimelineRequest = openObject({
  startTime: dateTime,
  endTime: dateTime,
  kinds: z.array(closedEnum(sentinelTimelineKinds)).nullish(),
  numberOfBucket: z.number().nullish(),
});

/** One thing that happened; which members it has depends on its kind. */
const timelineEntry = openObject({
  kind: closedEnum(sentinelTimelineKinds),
  azureResourceId: optionalText,
  displayName: optionalText,
  description: optionalText,
  productName: optionalText,
  severity: optionalText,
  alertType: optionalText,
  techniques: optionalTexts,
  notes: optionalText,
  labels: optionalTexts,
  eventTime: optionalDateTime,
  startTimeUtc: optionalDateTime,
  endTimeUtc: optionalDateTime,
  timeGenerated: optionalDateTime,
});
export type SentinelTimelineEntry = z.infer<typeof timelineEntry>;

/** `EntitiesGetTimeline_list`: entries of all kinds mixed; the aggregations count them by kind. */
export const sentinelTimelineReply = openObject({
  value: z.array(timelineEntry),
  metaData: openObject({
    totalCount: z.number(),
    aggregations: z.array(openObject({ kind: closedEnum(sentinelTimelineKinds), count: z.number() })),
  }),
});

/** The body of POST entities/{name}/getInsights. */
export const sentinelInsightsRequest = openObject({
  startTime: dateTime,
  endTime: dateTime,
  addDefaultExtendedTimeRange: z.boolean().nullish(),
  insightQueryIds: z.array(z.string()).nullish(),
});

const insightTable = openObject({
  columns: z.array(openObject({ name: z.string(), type: z.string() })),
  rows: z.array(z.array(z.string().nullable())),
});

/** `Entities_GetInsights`: a table for each insight. Cells are texts whatever the column's type says. */
export const sentinelInsightsReply = openObject({
  value: z.array(
    openObject({
      queryId: z.string(),
      queryTimeInterval: openObject({ startTime: dateTime, endTime: dateTime }),
      tableQueryResults: insightTable,
      chartQueryResults: z.array(insightTable).nullish(),
    }),
  ),
  metaData: openObject({ totalCount: z.number() }),
});
export type SentinelExpandRequest = z.infer<typeof sentinelExpandRequest>;
export type SentinelExpandReply = z.infer<typeof sentinelExpandReply>;
export type SentinelTimelineRequest = z.infer<typeof sentinelTimelineRequest>;
export type SentinelTimelineReply = z.infer<typeof sentinelTimelineReply>;
export type SentinelInsightsRequest = z.infer<typeof sentinelInsightsRequest>;
export type SentinelInsightsReply = z.infer<typeof sentinelInsightsReply>;
