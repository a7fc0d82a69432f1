/** The queue, one incident, and what analysts ask of it. */

import { z } from 'zod';
import { changeManyRequest, changeRequest, commandIds, commentRequest, idText } from '@/lib/rpc/input';
import { procedure, router } from '@/lib/rpc/trpc';

export const incidents = router({
  list: procedure.query(async ({ ctx }) => (await ctx.hub()).list()),
  detail: procedure
    .input(z.object({ key: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).detail(input.key)),
  resolve: procedure
    .input(z.object({ text: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).resolve(input.text)),
  change: procedure
    .input(changeRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).change(input, await ctx.who())),
  changeMany: procedure
    .input(changeManyRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).changeMany(input, await ctx.who())),
  comment: procedure
    .input(commentRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).addComment(input, await ctx.who())),
  undo: procedure
    .input(commandIds)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).undo(input.commandIds, await ctx.who())),
  retry: procedure
    .input(commandIds)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).retry(input.commandIds, await ctx.who())),
  commands: procedure.input(commandIds).query(async ({ ctx, input }) => (await ctx.hub()).commands(input.commandIds)),
});
