/** A rule without a query: what it is, and that it can be switched from the list. */
import { RuleStatusMark } from '@/components/features/rules/list/rule-status-mark';
import { ruleKindWords } from '@/components/features/rules/rule-words';
import { PaneFact } from '@/components/queue/pane/pane-section';
import { MicrosoftPage } from '@/components/vocabulary/microsoft-page';
import { SeverityMark } from '@/components/vocabulary/severity';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { type Rule, ruleStatus } from '@/lib/domain/rule/rule';

export function PlainRule({ rule }: { rule: Rule }) {
  return (
    <>
      <dl>
        <PaneFact name="Status">
          <RuleStatusMark status={ruleStatus(rule)} />
        </PaneFact>
        <PaneFact name="Kind">{ruleKindWords[rule.kind]}</PaneFact>
        {rule.severity === null ? null : (
          <PaneFact name="Severity">
            <SeverityMark severity={rule.severity} />
          </PaneFact>
        )}
        <PaneFact name="Last modified">
          <Timestamp at={rule.updatedAt} form="full" name="Last modified" />
        </PaneFact>
      </dl>
      {rule.description === '' ? null : (
        <p className="py-2 wrap-anywhere">
          <UntrustedText text={rule.description} />
        </p>
      )}
      <p className="text-muted">
        Rules of this kind have no query of yours: what they look for is Microsoft’s. The list switches them on and off.{' '}
        <MicrosoftPage href="https://learn.microsoft.com/azure/sentinel/threat-detection" />
      </p>
    </>
  );
}
