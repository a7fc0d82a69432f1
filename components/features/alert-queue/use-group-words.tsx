/** Headings of groups: an incident by its number and title, everything else by its value; and how bad it is inside. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { incidentShort } from '@/components/features/alert-queue/alert-words';
import type { GroupWords } from '@/components/queue/use-queue-lines';
import { severityWords } from '@/components/vocabulary/severity';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { severities } from '@/lib/domain/incident/incident';
import { incidentQueries } from '@/lib/queries/incidents';

/** `2 high · 5 medium`. */
function severityCounts(alerts: readonly AlertRow[]): string {
  const counts = new Map<string, number>();
  for (const { severity } of alerts) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return severities
    .flatMap((severity) => {
      const count = counts.get(severity);
      return count === undefined ? [] : `${count.toLocaleString('en')} ${severityWords[severity].toLowerCase()}`;
    })
    .join(' · ');
}

export function useGroupWords(): GroupWords<AlertRow> {
  const incidents = useQuery(incidentQueries.list()).data?.incidents;
  return useMemo(() => {
    const titles = new Map(incidents?.map(({ key, title }) => [key, title]));
    return {
      label: ({ field, values, label }) => {
        const [key] = values;
        if (field.id !== 'incident' || key === undefined || key === 'none') return <UntrustedText text={label} />;
        const title = titles.get(key);
        return (
          <>
            <span className="font-mono text-[12px] text-muted">{incidentShort(key)}</span>
            {title === undefined ? null : (
              <span className="truncate">
                <UntrustedText text={title} />
              </span>
            )}
          </>
        );
      },
      detail: severityCounts,
    };
  }, [incidents]);
}
