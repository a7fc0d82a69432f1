/** The rule under the cursor, beside the list. */
'use client';
import { ChevronDown, ChevronUp, Pencil, Power, Route, X } from 'lucide-react';
import Link from 'next/link';
import { RuleStatusMark } from '@/components/features/rules/list/rule-status-mark';
import { everyWords, groupingKind, groupingKindWords, ruleKindWords } from '@/components/features/rules/rule-words';
import { stepRow } from '@/components/grid/step-row';
import { PaneFact, PaneSection } from '@/components/queue/pane/pane-section';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { IdChip } from '@/components/vocabulary/id-chip';
import { SeverityMark } from '@/components/vocabulary/severity';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { Technique } from '@/components/vocabulary/technique';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { durationWords } from '@/lib/domain/rule/duration';
import { operatorWords } from '@/lib/domain/rule/operator-words';
import { type Rule, type RuleLogic, ruleStatus } from '@/lib/domain/rule/rule';
import { rulePath, tracePath } from '@/lib/routes/paths';

function Logic({ logic }: { logic: RuleLogic }) {
  const { schedule, mappings, suppression } = logic;
  return (
    <>
      <PaneSection title="Query">
        <pre className="max-h-56 overflow-auto whitespace-pre-wrap rounded border bg-canvas p-2 font-mono text-[12px] leading-5">
          {logic.query}
        </pre>
      </PaneSection>
      <PaneSection title="Alerts and incidents">
        <dl>
          {schedule === null ? null : (
            <PaneFact name="Raises an alert">
              at {operatorWords[schedule.operator]} {schedule.threshold.toLocaleString('en')} rows of the last{' '}
              {durationWords(schedule.period)}
            </PaneFact>
          )}
          <PaneFact name="Alerts">{logic.perResult ? 'One for each row' : 'One for all rows of a run'}</PaneFact>
          {suppression.enabled ? (
            <PaneFact name="Then quiet for">{durationWords(suppression.duration)}</PaneFact>
          ) : null}
          <PaneFact name="Entities">
            {mappings.length === 0 ? (
              <span className="text-warning">None mapped</span>
            ) : (
              mappings.map(({ entity, fields }, at) => (
                <span key={`${entity}-${fields.map(({ column }) => column).join()}`}>
                  {entity} <span className="text-muted">({fields.map(({ column }) => column).join(', ')})</span>
                  {at < mappings.length - 1 ? ',' : ''}
                </span>
              ))
            )}
          </PaneFact>
        </dl>
      </PaneSection>
    </>
  );
}

export function RulePane({ rule, onSwitch, onClose }: { rule: Rule; onSwitch: () => void; onClose: () => void }) {
  const every = everyWords(rule);
  const grouping = groupingKind(rule);
  return (
    <aside aria-label="Rule" className="min-h-0 flex-1 overflow-y-auto bg-panel">
      <header className="sticky top-0 z-10 flex items-start gap-0.5 bg-panel py-2 pr-2 pl-4">
        <h2 className="line-clamp-3 min-w-0 flex-1 pt-1 font-semibold wrap-anywhere">
          <UntrustedText text={rule.title} />
        </h2>
        <IconButton label="Previous rule" icon={ChevronUp} onClick={() => stepRow('ArrowUp')} />
        <IconButton label="Next rule" icon={ChevronDown} onClick={() => stepRow('ArrowDown')} />
        <IconButton label="Close" icon={X} keys="Esc" onClick={onClose} />
      </header>
      <div className="flex flex-wrap gap-2 px-4 pb-2">
        <Link
          href={rulePath(rule.id)}
          prefetch={false}
          className="inline-flex h-7 items-center gap-1.5 rounded border border-line bg-canvas px-2.5 font-medium hover:bg-hover"
        >
          <Pencil aria-hidden className="size-3.5" />
          {rule.logic === null ? 'Open' : 'Edit'}
        </Link>
        <Button icon={Power} onClick={onSwitch}>
          Switch {rule.enabled ? 'off' : 'on'}
        </Button>
        <Link
          href={tracePath(rule.id)}
          prefetch={false}
          className="inline-flex h-7 items-center gap-1.5 rounded px-2.5 font-medium text-muted hover:bg-hover hover:text-ink"
        >
          <Route aria-hidden className="size-3.5" />
          Trace
        </Link>
      </div>
      <dl className="px-4 pb-2">
        <PaneFact name="Status">
          <RuleStatusMark status={ruleStatus(rule)} />
        </PaneFact>
        {rule.severity === null ? null : (
          <PaneFact name="Severity">
            <SeverityMark severity={rule.severity} />
          </PaneFact>
        )}
        <PaneFact name="Kind">{ruleKindWords[rule.kind]}</PaneFact>
        {every === null ? null : <PaneFact name="Runs every">{every}</PaneFact>}
        {grouping === null ? null : <PaneFact name="Incidents">{groupingKindWords[grouping]}</PaneFact>}
        {rule.tactics.length === 0 ? null : (
          <PaneFact name="Tactics">{rule.tactics.map(tacticWord).join(', ')}</PaneFact>
        )}
        {rule.techniques.length === 0 ? null : (
          <PaneFact name="Techniques">
            {rule.techniques.map((technique) => (
              <Technique key={technique} id={technique} />
            ))}
          </PaneFact>
        )}
        <PaneFact name="Last modified">
          <Timestamp at={rule.updatedAt} name="Last modified" />
        </PaneFact>
        <PaneFact name="ID">
          <IdChip id={rule.id} name="rule id" />
        </PaneFact>
      </dl>
      {rule.description === '' ? null : (
        <PaneSection title="Description">
          <p className="wrap-anywhere">
            <UntrustedText text={rule.description} />
          </p>
        </PaneSection>
      )}
      {rule.logic === null ? null : <Logic logic={rule.logic} />}
    </aside>
  );
}
