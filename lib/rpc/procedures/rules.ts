/** Analytics rules: the list, one rule, trying it on the past, saving and switching. */
import { z } from 'zod';
import { tactics } from '@/lib/domain/incident/tactics';
import {
  alertDetails,
  groupingChoices,
  type RuleDraft,
  type RuleLogic,
  ruleSeverities,
  triggerOperators,
} from '@/lib/domain/rule/rule';
import { ruleEntities } from '@/lib/domain/rule/rule-entity';
import { idText } from '@/lib/rpc/input';
import { procedure, router } from '@/lib/rpc/trpc';

const duration = z.string().max(40);
const column = z.string().max(256);
const columns = z.array(column).max(20);
const query = z.string().max(100_000);
const version = z.string().max(256).nullable();

const schedule = z
  .strictObject({
    frequency: duration,
    period: duration,
    operator: z.enum(triggerOperators),
    threshold: z.number(),
  })
  .nullable();

const logic: z.ZodType<RuleLogic> = z.strictObject({
  query,
  schedule,
  perResult: z.boolean(),
  suppression: z.strictObject({ enabled: z.boolean(), duration }),
  mappings: z
    .array(
      z.strictObject({
        entity: z.enum(ruleEntities),
        fields: z.array(z.strictObject({ identifier: z.string().max(128), column })).max(10),
      }),
    )
    .max(40),
  createsIncidents: z.boolean(),
  grouping: z.strictObject({
    choice: z.enum(groupingChoices),
    lookback: duration,
    reopen: z.boolean(),
    entities: z.array(z.enum(ruleEntities)).max(20),
    alertDetails: z.array(z.enum(alertDetails)).max(2),
    customDetails: columns,
  }),
  titleFormat: z.string().max(1_000).nullable(),
  severityColumn: column.nullable(),
  customDetails: z.record(z.string().max(128), column),
});

const draft: z.ZodType<RuleDraft> = z.strictObject({
  title: z.string().max(1_000),
  description: z.string().max(5_000),
  severity: z.enum(ruleSeverities),
  enabled: z.boolean(),
  tactics: z.array(z.enum(tactics)).max(20),
  techniques: z.array(z.string().regex(/^T\d{4}(\.\d{3})?$/u)).max(50),
  logic,
});

export const rules = router({
  list: procedure.query(async ({ ctx }) => (await ctx.hub()).rules.list()),
  one: procedure.input(z.object({ id: idText })).query(async ({ ctx, input }) => (await ctx.hub()).rules.get(input.id)),
  /** Runs are mutations, as in hunting: never cached, prefetched or sent by a link. */
  check: procedure
    .input(z.object({ query: query.trim().min(1), schedule }))
    .mutation(async ({ ctx, input, signal }) =>
      (await ctx.hub()).rules.check(input, signal ?? new AbortController().signal),
    ),
  preview: procedure
    .input(z.object({ logic }))
    .mutation(async ({ ctx, input, signal }) =>
      (await ctx.hub()).rules.preview(input.logic, signal ?? new AbortController().signal),
    ),
  save: procedure
    .input(z.object({ id: idText, draft, version }))
    .mutation(async ({ ctx, input }) => (await ctx.hub()).rules.save(input)),
  switchTo: procedure
    .input(z.object({ id: idText, enabled: z.boolean(), version }))
    .mutation(async ({ ctx, input }) => (await ctx.hub()).rules.switchTo(input)),
});
