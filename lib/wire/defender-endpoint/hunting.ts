/**
 * Advanced hunting over Defender for Endpoint's own API, in capitals. It is being retired in favour of Graph's.
 * https://learn.microsoft.com/defender-endpoint/api/run-advanced-query-api
 */
import { z } from 'zod';
import { optionalNumber } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

export const endpointHuntingReply = openObject({
  Stats: openObject({ ExecutionTime: optionalNumber, dataset_statistics: z.array(z.unknown()).nullish() }).nullish(),
  Schema: z.array(openObject({ Name: z.string(), Type: z.string() })),
  Results: z.array(z.record(z.string(), z.unknown())),
});
