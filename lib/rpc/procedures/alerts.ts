/** The alert queue, one alert, and what analysts ask of it. */
import { z } from 'zod';
import { procedure, router } from '@/lib/rpc/trpc';

/** Graph's ids are short; whatever else somebody types is no alert. */
const alertId = z.string().trim().min(1).max(256);

export const alerts = router({
  list: procedure.query(async ({ ctx }) => (await ctx.hub()).alerts.list()),
  detail: procedure
    .input(z.object({ id: alertId }))
    .query(async ({ ctx, input }) => (await ctx.hub()).alerts.detail(input.id)),
});
