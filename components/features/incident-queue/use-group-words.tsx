/** Headings of groups: people by their names, severities and statuses with their marks, and how many alerts are beneath. */
'use client';
import { useMemo } from 'react';
import type { GroupWords } from '@/components/queue/use-queue-lines';
import { valueMark } from '@/components/queue/values/value-mark';
import type { Incident } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

export function useGroupWords(people: ReadonlyMap<string, string>): GroupWords<Incident> {
  return useMemo(
    () => ({
      label: ({ field, values, label }) => {
        const [first = ''] = values;
        return (
          <>
            {valueMark(field.id, first)}
            {visibleText(field.kind === 'people' ? (people.get(first) ?? label) : label)}
          </>
        );
      },
      detail: (rows) => {
        const alerts = rows.reduce((sum, { alertCount }) => sum + alertCount, 0);
        return `${alerts.toLocaleString('en')} ${alerts === 1 ? 'alert' : 'alerts'}`;
      },
    }),
    [people],
  );
}
