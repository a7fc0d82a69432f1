/** A rule on a phone: what it looks for, how bad that is, whether it runs, in two lines. */
import { RuleStatusMark } from '@/components/features/rules/list/rule-status-mark';
import { groupingKind, groupingKindWords, ruleKindWords } from '@/components/features/rules/rule-words';
import type { GridColumn } from '@/components/grid/grid-column';
import { SeverityMark } from '@/components/vocabulary/severity';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { type Rule, ruleStatus } from '@/lib/domain/rule/rule';
import { visibleText } from '@/lib/domain/text/visible';

export const cardHeightPx = 56;

export const ruleCard: GridColumn<Rule> = {
  id: 'card',
  header: 'Rule',
  width: 320,
  box: true,
  grow: true,
  cell: (rule) => {
    const grouping = groupingKind(rule);
    return (
      <div className="min-w-0 flex-1 py-1">
        <p className="flex min-w-0 items-center gap-2">
          {rule.severity === null ? null : <SeverityMark severity={rule.severity} word={false} />}
          <span className="truncate font-medium">
            <UntrustedText text={rule.title} />
          </span>
        </p>
        <p className="flex min-w-0 items-center gap-2 text-muted text-small">
          <RuleStatusMark status={ruleStatus(rule)} />
          <span className="truncate">
            {ruleKindWords[rule.kind]}
            {grouping === null ? '' : ` · ${groupingKindWords[grouping]}`}
          </span>
        </p>
      </div>
    );
  },
  text: (rule) => visibleText(rule.title),
};
