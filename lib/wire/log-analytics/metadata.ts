/** What a workspace holds: GET /v1/workspaces/{id}/metadata, the part that completion needs. */
import { z } from 'zod';
import { optionalBoolean, optionalDictionary, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** `metadataTable` of the specification. `timespanColumn` is the column that a request's `timespan` narrows. */
export const logsMetadataTable = openObject({
  id: optionalText,
  name: z.string(),
  description: optionalText,
  timespanColumn: optionalText,
  labels: optionalTexts,
  related: optionalDictionary,
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

/** `metadataFunction`: a stored query. `parameters` are Kusto's, without the parentheses; `body` is KQL. */
export const logsMetadataFunction = openObject({
  id: optionalText,
  name: z.string(),
  parameters: optionalText,
  displayName: optionalText,
  description: optionalText,
  body: optionalText,
});

const named = openObject({ id: optionalText, name: optionalText, displayName: optionalText });

/** https://learn.microsoft.com/rest/api/loganalytics/metadata/get */
export const logsMetadata = openObject({
  tables: z.array(logsMetadataTable).nullish(),
  functions: z.array(logsMetadataFunction).nullish(),
  /** What nothing here reads. */
  categories: z.array(named).nullish(),
  resourceTypes: z.array(z.unknown()).nullish(),
  solutions: z.array(named).nullish(),
  workspaces: z.array(z.unknown()).nullish(),
  queries: z.array(z.unknown()).nullish(),
  applications: z.array(z.unknown()).nullish(),
  resources: z.array(z.unknown()).nullish(),
  permissions: z.array(z.unknown()).nullish(),
});
export type LogsMetadata = z.infer<typeof logsMetadata>;
