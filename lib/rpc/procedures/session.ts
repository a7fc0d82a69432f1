/** Who is looking, at which tenant, and who else works there. */
import { procedure, router } from '@/lib/rpc/trpc';

export const session = router({
  current: procedure.query(async ({ ctx }) => (await ctx.hub()).session()),
  assignable: procedure.query(async ({ ctx }) => (await ctx.hub()).assignable()),
});
