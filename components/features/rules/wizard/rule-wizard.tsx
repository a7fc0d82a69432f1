/** The pages over one rule. The address holds which one is open. */
'use client';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EntitiesStep } from '@/components/features/rules/wizard/entities-step';
import { GeneralStep } from '@/components/features/rules/wizard/general-step';
import { IncidentsStep } from '@/components/features/rules/wizard/incidents-step';
import type { KeptDraft } from '@/components/features/rules/wizard/kept-draft';
import { LogicStep } from '@/components/features/rules/wizard/logic-step';
import { ReviewStep } from '@/components/features/rules/wizard/review-step';
import { StepNav } from '@/components/features/rules/wizard/step-nav';
import { stepWords } from '@/components/features/rules/wizard/step-words';
import { type RuleForm, useRuleForm } from '@/components/features/rules/wizard/use-rule-form';
import { Button } from '@/components/ui/button';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { type RuleStep, ruleSteps } from '@/lib/domain/rule/draft-problems';

const stepParser = parseAsStringLiteral(ruleSteps).withDefault('general').withOptions({ history: 'push' });

function Step({ step, form, onStep }: { step: RuleStep; form: RuleForm; onStep: (step: RuleStep) => void }) {
  switch (step) {
    case 'general':
      return <GeneralStep form={form} />;
    case 'logic':
      return <LogicStep form={form} />;
    case 'entities':
      return <EntitiesStep form={form} onStep={onStep} />;
    case 'incidents':
      return <IncidentsStep form={form} onStep={onStep} />;
    case 'review':
      return <ReviewStep form={form} onStep={onStep} />;
  }
}

/** Which page is open; the one that is left begins to say what is wrong on it, and the new one is read from its top. */
function useStep(form: RuleForm) {
  const [step, setStep] = useQueryState('step', stepParser);
  const heading = useRef<HTMLHeadingElement>(null);
  const [moved, setMoved] = useState(false);
  const { leave } = form;
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    leave(before.current);
    before.current = step;
    if (moved) heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  });
  const go = (next: RuleStep) => {
    setMoved(true);
    void setStep(next);
  };
  return { step, go, heading };
}

export function RuleWizard({ opened, onTaken }: { opened: KeptDraft; onTaken: (kept: KeptDraft) => void }) {
  const form = useRuleForm(opened, onTaken);
  const { step, go, heading } = useStep(form);
  const at = ruleSteps.indexOf(step);
  const [previous, next] = [ruleSteps[at - 1], ruleSteps[at + 1]];
  const wrong = useMemo(
    () => new Set(form.problems.filter(({ field }) => form.complaint(field) !== null).map((problem) => problem.step)),
    [form],
  );
  useShortcuts('Rule', [
    { keys: '[', does: 'Previous page of the rule', run: () => previous !== undefined && go(previous) },
    { keys: ']', does: 'Next page of the rule', run: () => next !== undefined && go(next) },
  ]);
  return (
    <>
      <StepNav step={step} wrong={wrong} onStep={go} />
      <h2 ref={heading} tabIndex={-1} className="scroll-mt-12 pt-4 pb-3 font-semibold outline-none">
        {stepWords[step]}
      </h2>
      <Step step={step} form={form} onStep={go} />
      <div className="mt-6 flex flex-wrap items-center gap-2 border-t pt-4">
        {previous === undefined ? null : <Button onClick={() => go(previous)}>Back</Button>}
        {next === undefined ? (
          <Button
            tone="primary"
            disabled={form.problems.length > 0 || form.saving || form.trouble?.kind === 'overtaken'}
            onClick={() => form.save()}
          >
            {form.saving ? 'Saving …' : 'Save rule'}
          </Button>
        ) : (
          <Button tone="primary" onClick={() => go(next)}>
            Next: {stepWords[next]}
          </Button>
        )}
        {next === undefined || next === 'review' ? null : (
          <Button tone="quiet" onClick={() => go('review')}>
            {stepWords.review}
          </Button>
        )}
      </div>
    </>
  );
}
