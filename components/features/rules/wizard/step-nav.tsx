/** The pages of the wizard, each reachable at any time, with a mark on those that were left with something wrong. */
'use client';
import clsx from 'clsx';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { stepWords } from '@/components/features/rules/wizard/step-words';
import { type RuleStep, ruleSteps } from '@/lib/domain/rule/draft-problems';

export function StepNav({
  step,
  wrong,
  onStep,
}: {
  step: RuleStep;
  wrong: ReadonlySet<RuleStep>;
  onStep: (step: RuleStep) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // On a phone not all of them are in view.
    list.current?.querySelector(`[data-step="${step}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [step]);
  return (
    <nav aria-label="Pages of the rule" className="sticky top-0 z-20 -mx-4 border-b bg-canvas px-4 sm:-mx-6 sm:px-6">
      <ol ref={list} className="flex gap-4 overflow-x-auto">
        {ruleSteps.map((name, at) => (
          <li key={name} data-step={name} className="shrink-0">
            <button
              type="button"
              aria-current={name === step ? 'step' : undefined}
              onClick={() => onStep(name)}
              className={clsx(
                '-mb-px flex h-9 items-center gap-1.5 border-b-2 whitespace-nowrap outline-offset-[-2px]',
                name === step ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              <span className="text-faint">{at + 1}</span>
              {stepWords[name]}
              {wrong.has(name) ? (
                <>
                  <CircleAlert aria-hidden className="size-3.5 text-danger" />
                  <span className="sr-only">, something is wrong here</span>
                </>
              ) : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
