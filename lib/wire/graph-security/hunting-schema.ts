/** What advanced hunting can be asked for, beta. */
import { z } from 'zod';
import { openObject } from '@/lib/wire/open-object';

const schemaColumn = openObject({ name: z.string(), dataType: z.string(), description: z.string().nullish() });

/** A table of advanced hunting; its columns' types are CLR names. */
export const huntingSchemaTable = openObject({
  name: z.string(),
  description: z.string().nullish(),
  columns: z.array(schemaColumn),
});
export type HuntingSchemaTable = z.infer<typeof huntingSchemaTable>;

const schemaFunction = openObject({
  huntingFunctionId: z.number(),
  name: z.string(),
  inputParameters: z.array(openObject({ name: z.string(), dataType: z.string().nullish() })).nullish(),
  outputColumns: z.array(schemaColumn).nullish(),
});

/** GET /beta/security/getHuntingSchema(). https://learn.microsoft.com/graph/api/security-security-gethuntingschema */
export const huntingSchema = openObject({
  tables: z.array(huntingSchemaTable),
  functions: openObject({ builtInFunctions: z.array(schemaFunction), savedFunctions: z.array(schemaFunction) }),
});

/** GET /beta/security/getHuntingSchemaTables(). */
export const huntingSchemaTables = openObject({
  '@odata.nextLink': z.string().optional(),
  value: z.array(huntingSchemaTable),
});
export type HuntingSchema = z.infer<typeof huntingSchema>;
