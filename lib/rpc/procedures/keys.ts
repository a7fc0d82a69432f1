/** Keys that the analyst chose instead of the console's own. */
import { z } from 'zod';
import { type ChooseKeysRequest, mostChosenKeys } from '@/lib/domain/session/chosen-keys';
import { procedure, router } from '@/lib/rpc/trpc';

/** One character, or two after another. */
const pressed = z.string().regex(/^\S( \S)?$/u, 'has to be one character, or two with a space between');

const choice: z.ZodType<ChooseKeysRequest> = z.strictObject({
  map: z
    .record(pressed, z.union([z.literal(''), pressed]))
    .refine((map) => Object.keys(map).length <= mostChosenKeys, `more than ${mostChosenKeys} keys`),
  seen: z.iso.datetime().nullable(),
});

export const keys = router({
  current: procedure.query(async ({ ctx }) => (await ctx.hub()).keys.of(await ctx.who())),
  choose: procedure
    .input(choice)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).keys.choose(input, await ctx.who())),
});
