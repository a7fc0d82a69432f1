/** The query, when it runs, and what makes alerts of its rows. */
'use client';
import { useId, useRef } from 'react';
import { ChoiceList } from '@/components/features/rules/fields/choice-list';
import { DurationField } from '@/components/features/rules/fields/duration-field';
import { FieldFrame, fieldBox } from '@/components/features/rules/fields/field-frame';
import { Tick } from '@/components/features/rules/fields/tick';
import { QueryField } from '@/components/features/rules/wizard/query-field';
import type { RuleForm } from '@/components/features/rules/wizard/use-rule-form';
import { MicrosoftPage } from '@/components/vocabulary/microsoft-page';
import { operatorWords } from '@/lib/domain/rule/operator-words';
import { type RuleSchedule, triggerOperators } from '@/lib/domain/rule/rule';

const operatorOptions = triggerOperators.map((value) => ({ value, label: operatorWords[value] }));

function Threshold({ form, schedule }: { form: RuleForm; schedule: RuleSchedule }) {
  const set = (part: Partial<RuleSchedule>) => form.changeLogic({ schedule: { ...schedule, ...part } });
  return (
    <FieldFrame label="Raise an alert when a run finds this many rows" problem={form.complaint('threshold')}>
      {(ids) => (
        <div className="flex gap-1.5">
          <ChoiceList
            aria-label="How the number of rows is compared"
            value={schedule.operator}
            options={operatorOptions}
            onChange={(operator) => set({ operator })}
          />
          <input
            {...ids}
            inputMode="numeric"
            autoComplete="off"
            value={Number.isNaN(schedule.threshold) ? '' : String(schedule.threshold)}
            onChange={({ target }) => {
              const digits = target.value.replace(/\D/gu, '');
              set({ threshold: digits === '' ? 0 : Number(digits.slice(0, 6)) });
            }}
            className={`${fieldBox} w-20`}
          />
        </div>
      )}
    </FieldFrame>
  );
}

function Schedule({ form, schedule }: { form: RuleForm; schedule: RuleSchedule }) {
  const set = (part: Partial<RuleSchedule>) => form.changeLogic({ schedule: { ...schedule, ...part } });
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3">
      <DurationField
        label="Run the query every"
        value={schedule.frequency}
        onChange={(frequency) => set({ frequency })}
        problem={form.complaint('frequency')}
      />
      <DurationField
        label="Look at the last"
        value={schedule.period}
        onChange={(period) => set({ period })}
        problem={form.complaint('period')}
      />
      <Threshold form={form} schedule={schedule} />
    </div>
  );
}

export function LogicStep({ form }: { form: RuleForm }) {
  const { schedule, perResult, suppression } = form.draft.logic;
  const events = useId();
  const below = useRef<HTMLElement>(null);
  return (
    <div className="flex flex-col gap-5">
      <QueryField form={form} onLeave={() => below.current?.querySelector<HTMLElement>('input, select')?.focus()} />
      <section ref={below} aria-label="Schedule and alerts" className="flex flex-col gap-4">
        <div>
          <h3 className="mb-2 font-medium">Schedule</h3>
          {schedule === null ? (
            <p>
              A near-real-time rule: it runs once a minute over what arrived in that minute, and any row raises an
              alert. <MicrosoftPage href="https://learn.microsoft.com/azure/sentinel/near-real-time-rules" />
            </p>
          ) : (
            <Schedule form={form} schedule={schedule} />
          )}
        </div>
        <fieldset>
          <legend className="mb-1 text-muted">Alerts</legend>
          <Tick
            group={events}
            label="One alert for all rows of a run"
            checked={!perResult}
            onChange={() => form.changeLogic({ perResult: false })}
          />
          <Tick
            group={events}
            label="One alert for each row"
            note="Up to 150 in a run; the last one stands for all the rest."
            checked={perResult}
            onChange={() => form.changeLogic({ perResult: true })}
          />
        </fieldset>
        <div className="flex flex-col gap-2">
          <Tick
            label="Do not run for a while after an alert"
            checked={suppression.enabled}
            onChange={(enabled) => form.changeLogic({ suppression: { ...suppression, enabled } })}
          />
          {suppression.enabled ? (
            <DurationField
              label="Pause after an alert"
              value={suppression.duration}
              onChange={(duration) => form.changeLogic({ suppression: { enabled: true, duration } })}
              problem={form.complaint('suppression')}
            />
          ) : null}
        </div>
      </section>
    </div>
  );
}
