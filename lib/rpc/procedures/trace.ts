/** Why something is, or is not, in the queue. */
import { z } from 'zod';
import { idText } from '@/lib/rpc/input';
import { procedure, router } from '@/lib/rpc/trpc';

export const trace = router({
  /** `text`: a rule's name or GUID, an alert's id, or any id of an incident. */
  of: procedure.input(z.object({ text: idText })).query(async ({ ctx, input }) => (await ctx.hub()).trace(input.text)),
});
