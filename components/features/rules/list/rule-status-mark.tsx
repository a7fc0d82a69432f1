/** Whether a rule runs, as a shape and a word. */
import clsx from 'clsx';
import { ruleStatusWords } from '@/components/features/rules/rule-words';
import type { RuleStatus } from '@/lib/domain/rule/rule';

const colours: Readonly<Record<RuleStatus, string>> = {
  on: 'text-good',
  off: 'text-muted',
  autoDisabled: 'text-danger',
};

export function RuleStatusMark({ status }: { status: RuleStatus }) {
  return (
    <span className={clsx('inline-flex min-w-0 items-center gap-1.5 align-top', colours[status])}>
      <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden>
        {status === 'on' ? (
          <circle cx="6" cy="6" r="4.4" fill="currentColor" />
        ) : (
          <circle cx="6" cy="6" r="3.9" fill="none" stroke="currentColor" strokeWidth="1.4" />
        )}
        {status === 'autoDisabled' ? <path d="M3.4 3.4 8.6 8.6" stroke="currentColor" strokeWidth="1.4" /> : null}
      </svg>
      <span className="truncate">{ruleStatusWords[status]}</span>
    </span>
  );
}
