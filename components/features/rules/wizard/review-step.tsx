/** The rule as it will be saved, what is still wrong with it, and what became of saving it. */
'use client';
import { Tick } from '@/components/features/rules/fields/tick';
import { ChangesTable } from '@/components/features/rules/wizard/changes-table';
import { SaveTroubleNotice } from '@/components/features/rules/wizard/save-trouble';
import { stepWords } from '@/components/features/rules/wizard/step-words';
import type { RuleForm } from '@/components/features/rules/wizard/use-rule-form';
import { Banner } from '@/components/ui/banner';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { changedFields, draftFacts } from '@/lib/domain/rule/changed-fields';
import type { RuleStep } from '@/lib/domain/rule/draft-problems';
import { keyEntities } from '@/lib/domain/rule/rule-entity';

function Problems({ form, onStep }: { form: RuleForm; onStep: (step: RuleStep) => void }) {
  if (form.problems.length === 0) return null;
  return (
    <section aria-label="What is still missing" className="rounded border border-danger p-3">
      <h3 className="font-medium">Before it can be saved</h3>
      <ul className="mt-1">
        {form.problems.map(({ step, field, says }) => (
          <li key={`${field}-${says}`} className="flex flex-wrap gap-x-2">
            {says}
            <button type="button" onClick={() => onStep(step)} className="min-h-6 rounded-small text-accent underline">
              {stepWords[step]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Summary({ form }: { form: RuleForm }) {
  const { base } = form.kept;
  if (base !== null) {
    const changes = changedFields(base, form.draft);
    return changes.length === 0 ? (
      <p>Nothing is changed.</p>
    ) : (
      <ChangesTable caption="What you changed" before="Before" after="After" changes={changes} />
    );
  }
  return (
    <dl>
      {draftFacts(form.draft).map(({ name, value }) => (
        <div key={name} className="flex min-h-8 flex-wrap gap-x-4 border-t py-1 first:border-t-0">
          <dt className="w-40 shrink-0 text-muted">{name}</dt>
          <dd
            className={`min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere ${name === 'Query' ? 'font-mono text-[12px]' : ''}`}
          >
            {value === '' ? <span className="text-faint">–</span> : <UntrustedText text={value} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function ReviewStep({ form, onStep }: { form: RuleForm; onStep: (step: RuleStep) => void }) {
  const { draft } = form;
  const named = draft.logic.mappings.some(({ entity }) => keyEntities.some((key) => key === entity));
  return (
    <div className="flex flex-col gap-4">
      <SaveTroubleNotice form={form} />
      <Problems form={form} onStep={onStep} />
      {named ? null : (
        <Banner tone="warning" title="This rule maps none of Account, IP and Host.">
          Its alerts can be neither grouped by entities nor correlated.{' '}
          <button type="button" onClick={() => onStep('entities')} className="min-h-6 text-accent underline">
            Map entities
          </button>
        </Banner>
      )}
      <Tick
        label="Switched on"
        note="A rule that is on runs as soon as it is saved."
        checked={draft.enabled}
        onChange={(enabled) => form.change({ enabled })}
      />
      <Summary form={form} />
    </div>
  );
}
