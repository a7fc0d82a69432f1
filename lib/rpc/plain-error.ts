/** Errors as the browser may see them: a sentence and a code, never a stack or a library's inner words. */
import type { TRPCError } from '@trpc/server';
import type { TRPCErrorShape } from '@trpc/server/rpc';
import { ZodError } from 'zod';

/** What tRPC sends for an error; `path` is the procedure's name. */
export type PlainErrorShape = Pick<TRPCErrorShape, 'code' | 'message'> & {
  data: { code: TRPCError['code']; path: string | null };
};

function sentenceOf(error: TRPCError): string {
  if (error.cause instanceof ZodError) {
    return error.cause.issues
      .map((issue) => `${issue.path.length === 0 ? 'input' : issue.path.join('.')}: ${issue.message}`)
      .join('; ');
  }
  // Only errors that we raised on purpose carry words meant for people.
  return error.code === 'INTERNAL_SERVER_ERROR' ? 'The console failed to answer. Its log says why.' : error.message;
}

/** Wrong input is told field by field; a fault of ours only that it happened. */
export function plainError(shape: TRPCErrorShape & { data?: { path?: string } }, error: TRPCError): PlainErrorShape {
  return { code: shape.code, message: sentenceOf(error), data: { code: error.code, path: shape.data?.path ?? null } };
}
