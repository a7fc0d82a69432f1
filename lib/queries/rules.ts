/** The workspace's analytics rules, and trying one that is being written. */
import { keepPreviousData, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Rule, RuleLogic } from '@/lib/domain/rule/rule';
import type { RuleOutcome, SaveRuleRequest } from '@/lib/domain/rule/rule-preview';
import { rpc } from '@/lib/queries/client';

/** By title; `now` is when they were read, ISO 8601 UTC. */
export type RuleList = { rules: Rule[]; now: string };

const listKey = ['rules', 'list'] as const;
const oneKey = (id: string) => ['rules', 'one', id] as const;
const againMs = 60_000;

/** What is asked about rules; a query that Kusto refuses is an answer and no error. */
export const ruleQueries = {
  list: () =>
    queryOptions({
      queryKey: listKey,
      queryFn: ({ signal }): Promise<RuleList> => rpc.rules.list.query(undefined, { signal }),
      staleTime: 15_000,
      refetchInterval: againMs,
    }),
  /** Read when it is opened and not again: a form must not change beneath its writer. */
  one: (id: string) =>
    queryOptions({
      queryKey: oneKey(id),
      queryFn: ({ signal }): Promise<Rule> => rpc.rules.one.query({ id }, { signal }),
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: 1,
    }),
  /** The query over the time of one run. */
  check: ({ query, schedule }: Pick<RuleLogic, 'query' | 'schedule'>) =>
    queryOptions({
      queryKey: ['rules', 'check', query, schedule?.frequency, schedule?.period],
      queryFn: ({ signal }) => rpc.rules.check.mutate({ query, schedule }, { signal }),
      enabled: query.trim() !== '',
      staleTime: 2 * 60_000,
      refetchOnWindowFocus: false,
      retry: false,
    }),
  /** What it would have done lately. The last figures stay while new ones are on their way. */
  preview: (logic: RuleLogic) =>
    queryOptions({
      queryKey: ['rules', 'preview', logic],
      queryFn: ({ signal }) => rpc.rules.preview.mutate({ logic }, { signal }),
      placeholderData: keepPreviousData,
      staleTime: 2 * 60_000,
      refetchOnWindowFocus: false,
      retry: false,
    }),
};

/** A rule as it is now, in the list and for whoever opens it. */
function keepRule(client: QueryClient, rule: Rule): void {
  client.setQueryData<RuleList>(listKey, (list) =>
    list === undefined
      ? undefined
      : { ...list, rules: [...list.rules.filter(({ id }) => id !== rule.id), rule].sort(byTitle) },
  );
}

function byTitle(left: Rule, right: Rule): number {
  return left.title.localeCompare(right.title, 'en');
}

function keepOutcome(client: QueryClient, outcome: RuleOutcome): void {
  if (outcome.outcome !== 'refused' && outcome.rule !== null) keepRule(client, outcome.rule);
  else void client.invalidateQueries({ queryKey: listKey });
}

/** `mutateAsync(request)`: what became of it; rejects when nobody answered, and then nothing is known. */
export function useSaveRule() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['rules', 'save'],
    mutationFn: (request: SaveRuleRequest): Promise<RuleOutcome> => rpc.rules.save.mutate(request),
    onSuccess: (outcome) => keepOutcome(client, outcome),
  });
}

/** Painted at once, and taken back when Sentinel says otherwise. */
export function useSwitchRule() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['rules', 'switch'],
    mutationFn: ({ rule, enabled }: { rule: Rule; enabled: boolean }): Promise<RuleOutcome> =>
      rpc.rules.switchTo.mutate({ id: rule.id, enabled, version: rule.version }),
    onMutate: async ({ rule, enabled }) => {
      await client.cancelQueries({ queryKey: listKey });
      keepRule(client, { ...rule, enabled });
    },
    onError: (_, { rule }) => keepRule(client, rule),
    onSuccess: (outcome, { rule }) => {
      if (outcome.outcome === 'refused') keepRule(client, rule);
      else keepOutcome(client, outcome);
    },
  });
}
