/** Several Graph requests in one: POST /$batch. https://learn.microsoft.com/graph/json-batching */
import { z } from 'zod';
import { openObject } from '@/lib/wire/open-object';

/** At most this many requests to a batch. */
export const graphBatchLimit = 20;

/** One request. `url` is relative to the version (`/users`); a body needs a Content-Type among the headers. */
export const graphBatchStep = openObject({
  id: z.string(),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  /** Ids of requests that must have succeeded before this one runs; it gets 424 when one of them didn't. */
  dependsOn: z.array(z.string()).optional(),
});
export type GraphBatchStep = z.infer<typeof graphBatchStep>;

/** The body of POST /$batch. More than `graphBatchLimit` requests are the service's to refuse, not this schema's. */
export const graphBatchRequest = openObject({ requests: z.array(graphBatchStep) });

/** Answers come in any order, each with a status of its own; the batch's own 200 says nothing about them. */
export const graphBatchAnswer = openObject({
  id: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
});
export type GraphBatchAnswer = z.infer<typeof graphBatchAnswer>;

/** What POST /$batch answers: a response for each request, paired by `id` and not by place. */
export const graphBatchReply = openObject({ responses: z.array(graphBatchAnswer) });
