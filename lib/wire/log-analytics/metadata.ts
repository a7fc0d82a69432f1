/** What a workspace holds: GET /v1/workspaces/{id}/metadata, the part that completion needs. */
import { z } from 'zod';
import { optionalBoolean, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

export const logsMetadataTable = openObject({
  id: optionalText,
  name: z.string(),
  description: optionalText,
  timespanColumn: optionalText,
  columns: z
    .array(
      openObject({
        name: z.string(),
        type: z.string(),
        description: optionalText,
        isPreferredFacet: optionalBoolean,
      }),
    )
    .nullish(),
});

export const logsMetadataFunction = openObject({
  id: optionalText,
  name: z.string(),
  parameters: optionalText,
  displayName: optionalText,
  description: optionalText,
  body: optionalText,
});

/** https://learn.microsoft.com/rest/api/loganalytics/metadata/get */
export const logsMetadata = openObject({
  tables: z.array(logsMetadataTable).nullish(),
  functions: z.array(logsMetadataFunction).nullish(),
});
export type LogsMetadata = z.infer<typeof logsMetadata>;
