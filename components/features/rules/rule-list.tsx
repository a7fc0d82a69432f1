/** The workspace's analytics rules, with the manners of a queue. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useCallback } from 'react';
import { ruleKind } from '@/components/features/rules/list/rule-kind';
import { ruleNoun } from '@/components/features/rules/list/rule-noun';
import { RulePane } from '@/components/features/rules/list/rule-pane';
import { useRuleActs } from '@/components/features/rules/list/use-rule-acts';
import { usePane } from '@/components/queue/pane/use-pane';
import { usePanePlace } from '@/components/queue/pane/use-pane-place';
import { type QueueActing, QueuePage } from '@/components/queue/queue-page';
import { useQueue } from '@/components/queue/use-queue';
import { Button } from '@/components/ui/button';
import type { Rule } from '@/lib/domain/rule/rule';
import { visibleText } from '@/lib/domain/text/visible';
import { ruleQueries } from '@/lib/queries/rules';
import { sessionQueries } from '@/lib/queries/session';

const sheetLabel = (rule: Rule) => `Rule ${visibleText(rule.title)}`;

export function RuleList({ misread }: { misread: readonly string[] }) {
  const list = useQuery(ruleQueries.list());
  const me = useQuery(sessionQueries.current()).data?.me;
  const all = list.data?.rules;
  const queue = useQueue(ruleKind, { noun: ruleNoun, all, me: me?.name ?? null });
  const { current } = queue;
  const place = usePanePlace(current?.id);
  const acts = useRuleActs(current);
  const acting: QueueActing<Rule, 'status'> = {
    edit: (_, rules) => acts.toggle(rules?.[0] ?? current),
    assignToMe: undefined,
    element: null,
  };
  const drawPane = useCallback(
    (rule: Rule, latest: () => typeof acts) => (
      <RulePane rule={rule} onSwitch={() => latest().toggle(rule)} onClose={place.close} />
    ),
    [place.close],
  );
  const pane = usePane(current, acts, drawPane);
  return (
    <QueuePage
      kind={ruleKind}
      queue={queue}
      all={all}
      error={list.error}
      onRetry={() => void list.refetch()}
      misread={misread}
      me={me?.name ?? null}
      actions={
        <Button icon={Plus} onClick={acts.create}>
          <span className="max-sm:sr-only">New rule</span>
        </Button>
      }
      acting={acting}
      place={place}
      pane={pane}
      sheetLabel={sheetLabel}
      onOpen={acts.open}
    />
  );
}
