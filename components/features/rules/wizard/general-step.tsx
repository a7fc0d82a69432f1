/** What the rule is called, how bad what it finds is, and where in an attack that belongs. */
'use client';
import { useState } from 'react';
import { ChoiceList } from '@/components/features/rules/fields/choice-list';
import { FieldFrame, fieldBox } from '@/components/features/rules/fields/field-frame';
import { Tick } from '@/components/features/rules/fields/tick';
import type { RuleForm } from '@/components/features/rules/wizard/use-rule-form';
import { severityWords } from '@/components/vocabulary/severity';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { tactics } from '@/lib/domain/incident/tactics';
import { type RuleSeverity, ruleSeverities } from '@/lib/domain/rule/rule';

const severityOptions = ruleSeverities.map((value) => ({ value, label: severityWords[value] }));
const technique = /^T\d{4}(\.\d{3})?$/u;

function Techniques({ form }: { form: RuleForm }) {
  const { techniques } = form.draft;
  const [text, setText] = useState(techniques.join(', '));
  const words = text.split(/[\s,;]+/u).filter((word) => word !== '');
  const wrong = words.filter((word) => !technique.test(word.toUpperCase()));
  return (
    <FieldFrame
      label="Techniques"
      hint="By their ids, such as T1078, with commas between them"
      problem={wrong.length === 0 ? null : `Not an id of a technique, and left out: ${wrong.join(', ')}`}
    >
      {(ids) => (
        <input
          {...ids}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            const ids = event.target.value.toUpperCase().split(/[\s,;]+/u);
            form.change({ techniques: [...new Set(ids.filter((id) => technique.test(id)))] });
          }}
          className={`${fieldBox} w-full max-w-md font-mono text-[12px]`}
        />
      )}
    </FieldFrame>
  );
}

export function GeneralStep({ form }: { form: RuleForm }) {
  const { draft, change, complaint } = form;
  const toggle = (tactic: string, checked: boolean) =>
    change({ tactics: tactics.filter((one) => (one === tactic ? checked : draft.tactics.includes(one))) });
  return (
    <div className="flex flex-col gap-4">
      <FieldFrame label="Name" problem={complaint('title')}>
        {(ids) => (
          <input
            {...ids}
            value={draft.title}
            autoComplete="off"
            onChange={(event) => change({ title: event.target.value })}
            className={`${fieldBox} w-full`}
          />
        )}
      </FieldFrame>
      <FieldFrame label="Description" hint="What it looks for, and what whoever gets its alerts should do first">
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={5_000}
            value={draft.description}
            onChange={(event) => change({ description: event.target.value })}
            className="block w-full rounded border border-line bg-canvas px-2 py-1.5 hover:border-line-strong"
          />
        )}
      </FieldFrame>
      <FieldFrame label="Severity of its alerts">
        {(ids) => (
          <ChoiceList
            {...ids}
            value={draft.severity}
            options={severityOptions}
            onChange={(severity: RuleSeverity) => change({ severity })}
            className="w-44"
          />
        )}
      </FieldFrame>
      <fieldset>
        <legend className="mb-1 text-muted">Tactics</legend>
        <div className="grid grid-cols-1 gap-x-4 min-[420px]:grid-cols-2 sm:grid-cols-3">
          {tactics.map((tactic) => (
            <Tick
              key={tactic}
              label={tacticWord(tactic)}
              checked={draft.tactics.includes(tactic)}
              onChange={(checked) => toggle(tactic, checked)}
            />
          ))}
        </div>
      </fieldset>
      <Techniques form={form} />
    </div>
  );
}
