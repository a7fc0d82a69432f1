/** Who is looking, at which tenant, and who else works there. */
import type { Session } from '@/lib/domain/session/session';
import { procedure, router } from '@/lib/rpc/trpc';

export const session = router({
  current: procedure.query(async ({ ctx }): Promise<Session> => {
    const [hub, who] = [await ctx.hub(), await ctx.who()];
    const [workplace, me] = await Promise.all([hub.workplace(), hub.lookUp(who.name)]);
    return { ...workplace, me, canSwitchUser: ctx.canSwitchUser };
  }),
  assignable: procedure.query(async ({ ctx }) => (await ctx.hub()).assignable()),
});
