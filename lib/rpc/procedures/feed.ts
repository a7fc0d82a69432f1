/** Changes as they happen, over server-sent events. Event ids are the feed's `seq`, so a browser resumes where it was. */
import { tracked } from '@trpc/server';
import { feedStart } from '@/lib/rpc/input';
import { procedure, router } from '@/lib/rpc/trpc';

export const feed = router({
  events: procedure.input(feedStart).subscription(async function* ({ ctx, input, signal }) {
    const hub = await ctx.hub();
    const after = input.lastEventId == null ? null : Number(input.lastEventId);
    for await (const event of hub.feed(after, signal ?? new AbortController().signal)) {
      yield tracked(String(event.seq), event);
    }
  }),
});
