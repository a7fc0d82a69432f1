/** The console's own API. The browser imports only this file's type. */
import { alerts } from '@/lib/rpc/procedures/alerts';
import { feed } from '@/lib/rpc/procedures/feed';
import { handOver } from '@/lib/rpc/procedures/hand-over';
import { hunting } from '@/lib/rpc/procedures/hunting';
import { incidents } from '@/lib/rpc/procedures/incidents';
import { keys } from '@/lib/rpc/procedures/keys';
import { rules } from '@/lib/rpc/procedures/rules';
import { session } from '@/lib/rpc/procedures/session';
import { sync } from '@/lib/rpc/procedures/sync';
import { trace } from '@/lib/rpc/procedures/trace';
import { views, visits } from '@/lib/rpc/procedures/views';
import { router } from '@/lib/rpc/trpc';

/** One namespace for each noun; the answers' types are inferred from here. */
export const appRouter = router({
  incidents,
  alerts,
  hunting,
  session,
  feed,
  views,
  visits,
  trace,
  handOver,
  rules,
  keys,
  sync,
});

/** What `lib/queries` makes its client of. */
export type AppRouter = typeof appRouter;
