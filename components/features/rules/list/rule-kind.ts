/** The list of rules as far as it never changes. */
import { ruleColumns } from '@/components/features/rules/list/columns';
import { cardHeightPx, ruleCard } from '@/components/features/rules/list/rule-card';
import type { QueueKind } from '@/components/queue/queue-kind';
import type { StandingView } from '@/components/queue/use-queue-address';
import type { Rule } from '@/lib/domain/rule/rule';
import { rulesAddress, rulesStart } from '@/lib/routes/rules-search';

const view = (id: string, name: string, hint: string, q: string): StandingView => ({
  id,
  name,
  hint,
  search: rulesAddress.print({ q }),
});

export const ruleKind: QueueKind<Rule, 'status'> = {
  title: 'Rules',
  viewNoun: 'rules',
  address: rulesAddress,
  start: rulesStart,
  startName: 'All rules',
  standing: [
    view('on', 'Switched on', 'What runs', 'status:on'),
    view('given-up', 'Given up by Sentinel', 'Switched off after too many failures', 'status:autoDisabled'),
    view(
      'no-entities',
      'Without entities',
      'Whose alerts nothing can be correlated by',
      'kind:scheduled,nrt entity:none',
    ),
    view('one-per-alert', 'One incident per alert', 'Without alert grouping', 'grouping:alert status:on'),
  ],
  columns: ruleColumns,
  card: ruleCard,
  cardHeightPx,
  chips: ['status', 'severity', 'kind', 'grouping', 'entity'],
  editable: ['status'],
  selectionActs: [],
  none: 'The workspace has no analytics rules yet. Make the first one.',
  pane: { id: 'rules', label: 'rule pane' },
  judgedByTracer: false,
};
