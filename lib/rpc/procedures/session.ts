/** Who is looking, at which tenant, and who else works there. */
import { z } from 'zod';
import type { Session } from '@/lib/domain/session/session';
import { procedure, router } from '@/lib/rpc/trpc';

export const session = router({
  current: procedure.query(async ({ ctx }): Promise<Session> => {
    const [hub, who] = [await ctx.hub(), await ctx.who()];
    const [workplace, me] = await Promise.all([hub.workplace(), hub.lookUp(who.name)]);
    return { ...workplace, me, canSwitchUser: ctx.canSwitchUser };
  }),
  assignable: procedure.query(async ({ ctx }) => (await ctx.hub()).assignable()),
  assignableGroups: procedure.query(async ({ ctx }) => (await ctx.hub()).assignableGroups()),
  /** Any groups of the directory, for one that is not among those. */
  findGroups: procedure
    .input(z.object({ words: z.string().trim().min(2).max(256) }))
    .query(async ({ ctx, input }) => (await ctx.hub()).findGroups(input.words)),
  /** Groups that the analyst is in; not part of the session, which waits for nothing that it can do without. */
  myGroups: procedure.query(async ({ ctx }) => {
    const [hub, who] = [await ctx.hub(), await ctx.who()];
    return hub.groupsOf(await hub.lookUp(who.name));
  }),
});
