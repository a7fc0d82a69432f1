/** So many minutes, hours or days. Speaks ISO 8601 (`PT5H`) to its caller. */
'use client';
import { useState } from 'react';
import { ChoiceList } from '@/components/features/rules/fields/choice-list';
import { FieldFrame, fieldBox } from '@/components/features/rules/fields/field-frame';
import { type DurationUnit, durationParts, durationUnits, isoDuration } from '@/lib/domain/rule/duration';

const unitOptions = durationUnits.map((unit) => ({ value: unit, label: unit }));

export function DurationField({
  label,
  value,
  onChange,
  problem,
  hint,
}: {
  label: string;
  value: string;
  onChange: (iso: string) => void;
  problem: string | null;
  hint?: string;
}) {
  const parts = durationParts(value) ?? { count: 0, unit: 'minutes' as const };
  // Of what is typed: 60 minutes stay minutes although they are an hour.
  const [typed, setTyped] = useState({ text: String(parts.count), unit: parts.unit });
  const change = (text: string, unit: DurationUnit) => {
    setTyped({ text, unit });
    onChange(isoDuration(/^\d{1,6}$/u.test(text) ? Number(text) : 0, unit));
  };
  return (
    <FieldFrame label={label} problem={problem} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <div className="flex gap-1.5">
          <input
            {...ids}
            inputMode="numeric"
            autoComplete="off"
            value={typed.text}
            onChange={(event) => change(event.target.value.trim(), typed.unit)}
            className={`${fieldBox} w-16`}
          />
          <ChoiceList
            aria-label={`${label}, unit`}
            value={typed.unit}
            options={unitOptions}
            onChange={(unit) => change(typed.text, unit)}
          />
        </div>
      )}
    </FieldFrame>
  );
}
