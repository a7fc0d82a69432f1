/** Saved views of the queues, and when the analyst was here before. */
import { z } from 'zod';
import { type SavedViewDraft, viewNouns } from '@/lib/domain/queue/saved-view';
import { procedure, router } from '@/lib/rpc/trpc';

const noun = z.enum(viewNouns);
const columnIds = z.array(z.string().max(64)).max(200);

const draft: z.ZodType<SavedViewDraft> = z.strictObject({
  id: z.guid(),
  noun,
  name: z.string().trim().min(1).max(80),
  shared: z.boolean(),
  // An address; what in it makes no sense is said when the view is opened.
  search: z.string().max(8_000),
  columns: z
    .strictObject({
      order: columnIds,
      hidden: columnIds,
      pinned: columnIds,
      widths: z.record(z.string().max(64), z.number().int().min(24).max(4_000)),
    })
    .nullable(),
  zone: z.enum(['utc', 'local']).nullable(),
});

export const views = router({
  list: procedure.query(async ({ ctx }) => (await ctx.hub()).views.list(await ctx.who())),
  save: procedure.input(draft).mutation(async ({ ctx, input }) => (await ctx.hub()).views.save(input, await ctx.who())),
  remove: procedure
    .input(z.object({ id: z.guid() }))
    .mutation(async ({ ctx, input }) => (await ctx.hub()).views.remove(input.id, await ctx.who())),
  makeDefault: procedure
    .input(z.object({ noun, id: z.string().min(1).max(64).nullable() }))
    .mutation(async ({ ctx, input }) => (await ctx.hub()).views.makeDefault(input.noun, input.id, await ctx.who())),
});

/** The analyst's presence, which ends after half an hour without a sign of life. */
export const visits = router({
  /** A sign of life; answers when this visit began and the one before it ended. */
  touch: procedure.mutation(async ({ ctx }) => (await ctx.hub()).views.visit(await ctx.who())),
});
