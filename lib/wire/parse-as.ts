/** Choosing a schema by looking at the value first, for unions that have to stay open for kinds nobody knows yet. */
import { z } from 'zod';

/**
 * Parses within a transform by a schema chosen there. What doesn't fit is reported at its place in the whole reply.
 * A plain `z.union` would instead fall back to the open member and hide a known kind that is wrong.
 */
export function parseAs<Output>(schema: z.ZodType<Output>, raw: unknown, context: z.RefinementCtx): Output {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    context.addIssue({ code: 'custom', path: issue.path, message: issue.message, input: raw });
  }
  return z.NEVER;
}
