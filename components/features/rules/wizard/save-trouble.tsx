/** Why the rule was not saved, and the ways on. What was written stays on the page. */
'use client';
import { ChangesTable } from '@/components/features/rules/wizard/changes-table';
import type { RuleForm } from '@/components/features/rules/wizard/use-rule-form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { changedFields } from '@/lib/domain/rule/changed-fields';
import { draftOf, type Rule } from '@/lib/domain/rule/rule';

function Overtaken({ form, rule }: { form: RuleForm; rule: Rule }) {
  const theirs = draftOf(rule);
  const changes = form.kept.base === null || theirs === null ? [] : changedFields(form.kept.base, theirs);
  return (
    <section aria-label="Changed by somebody else" className="rounded border border-warning">
      <Banner tone="warning" title="Somebody changed this rule while you wrote.">
        Nothing of yours is lost, and nothing of theirs is overwritten yet.
      </Banner>
      <div className="flex flex-col gap-3 p-4">
        {changes.length === 0 ? (
          <p>What they changed is nothing that this page shows.</p>
        ) : (
          <ChangesTable caption="What they changed" before="When you began" after="Now" changes={changes} />
        )}
        <div className="flex flex-wrap gap-2">
          <Button disabled={form.saving} onClick={() => form.save(rule)}>
            Save mine over it
          </Button>
          <Button onClick={() => form.take(rule)}>Take theirs, drop mine</Button>
        </div>
      </div>
    </section>
  );
}

export function SaveTroubleNotice({ form }: { form: RuleForm }) {
  const { trouble } = form;
  if (trouble === null) return null;
  switch (trouble.kind) {
    case 'overtaken':
      return trouble.rule === null ? (
        <Banner tone="error" title="Somebody deleted this rule while you wrote.">
          What you wrote is kept in this browser.
        </Banner>
      ) : (
        <Overtaken form={form} rule={trouble.rule} />
      );
    case 'refused':
      return (
        <Banner tone="error" title="Sentinel does not take the rule as it is.">
          <UntrustedText text={trouble.reason} />
        </Banner>
      );
    case 'unanswered':
      return (
        <Banner
          tone="error"
          title="It is not known whether the rule was saved."
          action={
            <Button size="small" onClick={() => form.save()}>
              Save again
            </Button>
          }
        >
          {trouble.reason} What you wrote is kept in this browser, and saving twice is saving once.
        </Banner>
      );
  }
}
