/** Running KQL. A run is a mutation: it is never cached, prefetched or sent by a link. */
import { queryRequest } from '@/lib/rpc/input';
import { procedure, router } from '@/lib/rpc/trpc';

export const hunting = router({
  schema: procedure.query(async ({ ctx }) => (await ctx.hub()).huntingSchema()),
  run: procedure
    .input(queryRequest)
    .mutation(async ({ ctx, input, signal }) =>
      (await ctx.hub()).runQuery(input, signal ?? new AbortController().signal),
    ),
});
