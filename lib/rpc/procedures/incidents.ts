/** The queue, one incident, and what analysts ask of it. */

import { z } from 'zod';
import { encodeIncidents, firstScreen } from '@/lib/domain/incident/incident-table';
import {
  changeManyRequest,
  changeRequest,
  commandIds,
  commentRequest,
  idText,
  keysRequest,
  mergePreviewRequest,
  mergeRequest,
  moveAlertsRequest,
  settleDriftRequest,
  taskRequest,
  undoRequest,
} from '@/lib/rpc/input';
import { procedure, router } from '@/lib/rpc/trpc';

export const incidents = router({
  list: procedure.query(async ({ ctx }) => (await ctx.hub()).list()),
  /** The same in two answers, see `lib/domain/incident/incident-table`. */
  firstScreen: procedure.query(async ({ ctx }) => firstScreen((await ctx.hub()).list())),
  // Browsers get it past tRPC, see `table-answer.ts`.
  table: procedure.query(async ({ ctx }) => encodeIncidents((await ctx.hub()).list())),
  detail: procedure
    .input(z.object({ key: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).detail(input.key)),
  resolve: procedure
    .input(z.object({ text: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).resolve(input.text)),
  change: procedure
    .input(changeRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).change(input, await ctx.who())),
  changeMany: procedure
    .input(changeManyRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).changeMany(input, await ctx.who())),
  comment: procedure
    .input(commentRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).addComment(input, await ctx.who())),
  tasks: procedure.input(z.object({ key: idText })).query(async ({ ctx, input }) => (await ctx.hub()).tasks(input.key)),
  changeTask: procedure
    .input(taskRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).changeTask(input, await ctx.who())),
  undo: procedure
    .input(undoRequest)
    .mutation(async ({ ctx, input }) =>
      (await ctx.hub()).undo(input.commandIds, await ctx.who(), input.through ?? null),
    ),
  retry: procedure
    .input(commandIds)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).retry(input.commandIds, await ctx.who())),
  // A mutation only because a thousand ids do not fit into an address: it changes nothing.
  commands: procedure
    .input(commandIds)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).commands(input.commandIds)),
  mergePreview: procedure
    .input(mergePreviewRequest)
    .query(async ({ ctx, input }) => (await ctx.hub()).mergePreview(input.keys, input.survivor ?? null)),
  merge: procedure
    .input(mergeRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).merge(input, await ctx.who())),
  moveAlerts: procedure
    .input(moveAlertsRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).moveAlerts(input, await ctx.who())),
  settleDrift: procedure
    .input(settleDriftRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).settleDrift(input, await ctx.who())),
  // As above.
  closePreflight: procedure
    .input(keysRequest)
    .mutation(async ({ ctx, input }) => (await ctx.hub()).closePreflight(input.keys)),
  history: procedure
    .input(z.object({ key: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).history(input.key)),
  mergedHistory: procedure
    .input(z.object({ key: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).mergedHistory(input.key)),
  investigations: procedure
    .input(z.object({ key: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).investigations(input.key)),
  changesSince: procedure
    .input(z.object({ key: idText, at: z.iso.datetime() }))
    .query(async ({ ctx, input }) => (await ctx.hub()).changesSince(input.key, input.at)),
  lastSeen: procedure
    .input(z.object({ key: idText }))
    .query(async ({ ctx, input }) => (await ctx.hub()).lastSeen(input.key, await ctx.who())),
  seen: procedure
    .input(z.object({ key: idText }))
    .mutation(async ({ ctx, input }) => (await ctx.hub()).seen(input.key, await ctx.who())),
});
