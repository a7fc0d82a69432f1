/** What a shift leaves to the next. */
import { z } from 'zod';
import { procedure, router } from '@/lib/rpc/trpc';

const longestMs = 7 * 24 * 3_600_000;
const time = z.iso.datetime();
const shift = z
  .object({ from: time, to: time })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'a shift ends after it began')
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= longestMs, 'a shift is at most a week');
const id = z.object({ id: z.guid() });

export const handOver = router({
  facts: procedure.input(shift).query(async ({ ctx, input }) => (await ctx.hub()).handOvers.facts(input)),
  sign: procedure
    .input(z.object({ id: z.guid(), shift, note: z.string().trim().max(10_000) }))
    .mutation(async ({ ctx, input }) => (await ctx.hub()).handOvers.sign(input, await ctx.who())),
  take: procedure
    .input(id)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).handOvers.take(input.id, await ctx.who())),
  get: procedure.input(id).query(async ({ ctx, input }) => (await ctx.hub()).handOvers.get(input.id)),
  list: procedure.query(async ({ ctx }) => (await ctx.hub()).handOvers.list()),
});
