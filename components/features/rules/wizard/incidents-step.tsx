/** Whether alerts make incidents, and how they share them: four ways, each tried on the past. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { DurationField } from '@/components/features/rules/fields/duration-field';
import { Tick } from '@/components/features/rules/fields/tick';
import { GroupingCards } from '@/components/features/rules/wizard/grouping-cards';
import { MatchingFields } from '@/components/features/rules/wizard/matching-fields';
import { PreviewLine } from '@/components/features/rules/wizard/preview-line';
import type { RuleForm } from '@/components/features/rules/wizard/use-rule-form';
import { MicrosoftPage } from '@/components/vocabulary/microsoft-page';
import type { RuleStep } from '@/lib/domain/rule/draft-problems';
import { groupingPage } from '@/lib/domain/rule/grouping-choice';
import type { RuleLogic } from '@/lib/domain/rule/rule';
import { ruleQueries } from '@/lib/queries/rules';

/** All four ways are counted at once: which of them is chosen is no new question. */
const asQuestion = (logic: RuleLogic): RuleLogic => ({
  ...logic,
  createsIncidents: true,
  grouping: { ...logic.grouping, choice: 'alert', reopen: false },
});

function usePreview(form: RuleForm) {
  const { logic } = form.draft;
  const question = useMemo(() => asQuestion(logic), [logic]);
  const blocked =
    form.problems.find(({ step, field }) => step === 'logic' || (step === 'entities' && field === 'mappings'))?.says ??
    null;
  const asked = useQuery({ ...ruleQueries.preview(question), enabled: blocked === null });
  const preview = blocked === null ? asked.data : undefined;
  return { asked, blocked, preview };
}

export function IncidentsStep({ form, onStep }: { form: RuleForm; onStep: (step: RuleStep) => void }) {
  const { createsIncidents, grouping } = form.draft.logic;
  const { asked, blocked, preview } = usePreview(form);
  const selects = grouping.entities.length + grouping.alertDetails.length + grouping.customDetails.length > 0;
  const figures = preview?.kind === 'previewed' ? preview : null;
  return (
    <div className="flex flex-col gap-4">
      <Tick
        label="Make incidents of this rule’s alerts"
        note="Without, they are alerts of the workspace alone: the Defender portal does not show them."
        checked={createsIncidents}
        onChange={(checked) => form.changeLogic({ createsIncidents: checked })}
      />
      <PreviewLine
        preview={preview}
        asking={asked.isFetching}
        error={asked.error}
        blocked={blocked}
        onAgain={() => void asked.refetch()}
        onStep={onStep}
      />
      {createsIncidents ? (
        <>
          <GroupingCards
            chosen={grouping.choice}
            preview={figures}
            asking={asked.isFetching}
            selects={selects}
            onChoose={(choice) => form.changeGrouping({ choice })}
          />
          {grouping.choice === 'alert' ? null : (
            <DurationField
              label="Alerts may join an incident for"
              hint="Counted from when the incident was made"
              value={grouping.lookback}
              onChange={(lookback) => form.changeGrouping({ lookback })}
              problem={form.complaint('lookback')}
            />
          )}
          {grouping.choice === 'selected' ? <MatchingFields form={form} /> : null}
          {grouping.choice === 'alert' ? null : (
            <Tick
              label="Open closed incidents that a new alert matches"
              note="Has no effect where Defender looks after the workspace."
              checked={grouping.reopen}
              onChange={(reopen) => form.changeGrouping({ reopen })}
            />
          )}
          <p>
            <MicrosoftPage href={groupingPage} />
          </p>
        </>
      ) : null}
    </div>
  );
}
