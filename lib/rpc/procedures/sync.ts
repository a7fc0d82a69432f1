/** The sync between Defender and Sentinel: how it is set and how it goes. */
import { z } from 'zod';
import { procedure, router } from '@/lib/rpc/trpc';

export const sync = router({
  /** `fresh`: the settings are read anew, not only the measures. */
  overview: procedure
    .input(z.object({ fresh: z.boolean() }))
    .query(async ({ ctx, input }) => (await ctx.hub()).sync.overview(input.fresh)),
});
