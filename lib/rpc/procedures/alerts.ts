/** The alert queue, one alert, and what analysts ask of it. */
import { z } from 'zod';
import type { AlertChanges } from '@/lib/domain/alert/alert-row';
import { mostActs } from '@/lib/domain/incident/act';
import { commandId, commandIds, verdict } from '@/lib/rpc/input';
import { procedure, router } from '@/lib/rpc/trpc';

/** Graph's ids are short; whatever else somebody types is no alert. */
const alertId = z.string().trim().min(1).max(256);

const changesShape = z.strictObject({
  status: z.enum(['new', 'inProgress', 'resolved']).exactOptional(),
  assignee: z.string().trim().min(1).max(256).nullable().exactOptional(),
  verdict: verdict.exactOptional(),
});
const seen: z.ZodType<AlertChanges> = changesShape;
const changes: z.ZodType<AlertChanges> = changesShape.refine(
  (wanted) => Object.keys(wanted).length > 0,
  'name at least one field to change',
);

const act = z.object({ commandId, id: alertId, changes, seen: seen.nullable(), overwrite: z.boolean() });
const changeRequest = z.object({
  acts: z.array(act).min(1).max(mostActs),
  reason: z.string().max(5_000).nullable(),
});
const commentRequest = z.object({ commandId, id: alertId, text: z.string().trim().min(1).max(30_000) });

export const alerts = router({
  list: procedure.query(async ({ ctx }) => (await ctx.hub()).alerts.list()),
  detail: procedure
    .input(z.object({ id: alertId }))
    .query(async ({ ctx, input }) => (await ctx.hub()).alerts.detail(input.id)),
  change: procedure.input(changeRequest).mutation(async ({ ctx, input }) => {
    const { alerts: queue } = await ctx.hub();
    return { outcomes: await queue.change(input.acts, input.reason, await ctx.who()) };
  }),
  comment: procedure
    .input(commentRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).alerts.comment(input, await ctx.who())),
  undo: procedure.input(commandIds).mutation(async ({ ctx, input }) => {
    const { alerts: queue } = await ctx.hub();
    return { outcomes: await queue.undo(input.commandIds, await ctx.who()) };
  }),
  retry: procedure.input(commandIds).mutation(async ({ ctx, input }) => {
    const { alerts: queue } = await ctx.hub();
    return { outcomes: await queue.retry(input.commandIds, await ctx.who()) };
  }),
});
