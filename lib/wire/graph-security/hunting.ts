/** Advanced hunting over Graph: POST /security/runHuntingQuery. */
import { z } from 'zod';
import { openObject } from '@/lib/wire/open-object';

/**
 * Names as the documentation sends them; the CSDL spells them in lower case and the service takes both. `Timespan` is
 * ISO 8601: a duration, an interval or a start. Without one: 30 days.
 */
export const huntingRequest = openObject({ Query: z.string(), Timespan: z.string().optional() });
export type HuntingRequest = z.infer<typeof huntingRequest>;

/** A column and its CLR type (`String`, `DateTime`, `Int64`, `SByte` for bool …): any name has to be expected. */
export type HuntingColumn = { name: string; type: string };

/** `name`/`type` in the CSDL, `Name`/`Type` in one of Microsoft's samples. */
const huntingColumn = z.union([
  z.looseObject({ name: z.string(), type: z.string() }).transform(({ name, type }): HuntingColumn => ({ name, type })),
  z
    .looseObject({ Name: z.string(), Type: z.string() })
    .transform(({ Name, Type }): HuntingColumn => ({ name: Name, type: Type })),
]);

/** One row: values by column name. */
export const huntingRow = z.record(z.string(), z.unknown());

/**
 * `microsoft.graph.security.huntingQueryResults`. At most 100,000 rows and 50 MB.
 * https://learn.microsoft.com/graph/api/security-security-runhuntingquery
 */
export const huntingResults = openObject({ schema: z.array(huntingColumn), results: z.array(huntingRow) });
export type HuntingResults = z.infer<typeof huntingResults>;
