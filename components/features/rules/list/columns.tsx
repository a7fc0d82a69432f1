/** The columns of the list of rules. */
import { RuleStatusMark } from '@/components/features/rules/list/rule-status-mark';
import {
  everyWords,
  groupingKind,
  groupingKindWords,
  mappedEntities,
  ruleKindWords,
  ruleStatusWords,
} from '@/components/features/rules/rule-words';
import type { GridColumn } from '@/components/grid/grid-column';
import { EditableCell, listColumn, noValue, QuietText, SeverityText, timeColumn } from '@/components/queue/cells';
import { severityWords } from '@/components/vocabulary/severity';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { type Rule, ruleStatus } from '@/lib/domain/rule/rule';
import { visibleText } from '@/lib/domain/text/visible';
import { rulePath } from '@/lib/routes/paths';

type Column = GridColumn<Rule>;

const severity: Column = {
  id: 'severity',
  header: 'Severity',
  width: 124,
  sortable: true,
  cell: (rule) => (rule.severity === null ? noValue : <SeverityText severity={rule.severity} />),
  text: (rule) => (rule.severity === null ? '' : severityWords[rule.severity]),
};

const title: Column = {
  id: 'title',
  header: 'Name',
  width: 272,
  minWidth: 160,
  grow: true,
  sortable: true,
  cell: (rule) => (
    <a href={rulePath(rule.id)} data-open tabIndex={-1} title={visibleText(rule.title)} className="hover:underline">
      <UntrustedText text={rule.title} />
    </a>
  ),
  text: (rule) => visibleText(rule.title),
};

const status: Column = {
  id: 'status',
  header: 'Status',
  width: 128,
  sortable: true,
  cell: (rule) => (
    <EditableCell field="status" label={`${ruleStatusWords[ruleStatus(rule)]}, switch ${rule.enabled ? 'off' : 'on'}`}>
      <RuleStatusMark status={ruleStatus(rule)} />
    </EditableCell>
  ),
  text: (rule) => ruleStatusWords[ruleStatus(rule)],
};

const kind: Column = {
  id: 'kind',
  header: 'Kind',
  hint: 'Microsoft’s kind of rule',
  width: 116,
  sortable: true,
  cell: (rule) => <QuietText text={ruleKindWords[rule.kind]} title={rule.kindName} />,
  text: (rule) => rule.kindName,
};

const every: Column = {
  id: 'every',
  header: 'Runs every',
  width: 96,
  sortable: true,
  cell: (rule) => {
    const words = everyWords(rule);
    return words === null ? noValue : <QuietText text={words} />;
  },
  text: (rule) => everyWords(rule) ?? '',
};

const grouping: Column = {
  id: 'grouping',
  header: 'Incidents',
  hint: 'How its alerts become incidents',
  width: 136,
  sortable: true,
  cell: (rule) => {
    const value = groupingKind(rule);
    return value === null ? noValue : <QuietText text={groupingKindWords[value]} />;
  },
  text: (rule) => {
    const value = groupingKind(rule);
    return value === null ? '' : groupingKindWords[value];
  },
};

const entity: Column = {
  id: 'entity',
  header: 'Entities',
  hint: 'What its alerts name',
  width: 108,
  cell: (rule) => {
    if (rule.logic === null) return noValue;
    const entities = mappedEntities(rule);
    return entities.length === 0 ? (
      <span className="text-warning">None mapped</span>
    ) : (
      <QuietText text={entities.join(', ')} />
    );
  },
  text: (rule) => mappedEntities(rule).join(', '),
};

const id: Column = {
  id: 'id',
  header: 'ID',
  width: 180,
  hidden: true,
  mono: true,
  cell: (rule) => <QuietText text={rule.id} />,
  text: (rule) => rule.id,
};

export const ruleColumns: readonly Column[] = [
  severity,
  title,
  status,
  kind,
  every,
  grouping,
  entity,
  listColumn('tactic', 'Tactics', 140, (rule) => rule.tactics.map(tacticWord)),
  timeColumn('updated', 'Last modified', ({ updatedAt }) => updatedAt),
  listColumn('technique', 'Techniques', 96, (rule) => rule.techniques, { hidden: true, mono: true }),
  id,
];
