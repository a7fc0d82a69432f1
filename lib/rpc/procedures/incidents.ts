/** The queue, one incident, and what analysts ask of it. */

import { z } from 'zod';
import { changeRequest, commandId, commentRequest, idText } from '@/lib/rpc/input';
import { procedure, router } from '@/lib/rpc/trpc';

export const incidents = router({
  list: procedure.query(async ({ ctx }) => (await ctx.hub()).list()),
  detail: procedure
    .input(z.object({ key: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).detail(input.key)),
  resolve: procedure
    .input(z.object({ text: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).resolve(input.text)),
  change: procedure.input(changeRequest).mutation(async ({ ctx, input }) => (await ctx.hub()).change(input)),
  comment: procedure.input(commentRequest).mutation(async ({ ctx, input }) => (await ctx.hub()).addComment(input)),
  retry: procedure
    .input(z.object({ commandId }))
    .mutation(async ({ ctx, input }) => (await ctx.hub()).retry(input.commandId)),
});
