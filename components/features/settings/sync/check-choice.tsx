/** Which incident to check with: the most harmless is suggested, and what will be done to it is said before. */
'use client';
import { useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { severityWords } from '@/components/vocabulary/severity';
import { statusWords } from '@/components/vocabulary/status';
import type { Incident } from '@/lib/domain/incident/incident';
import { checkCandidates, checkChanges, checkTag } from '@/lib/domain/sync/sync-check';
import { visibleText } from '@/lib/domain/text/visible';

const mostOffered = 25;

export function CheckChoice({
  incidents,
  onChange,
  onCancel,
}: {
  incidents: readonly Incident[];
  onChange: (incident: Incident) => void;
  onCancel: () => void;
}) {
  const id = useId();
  const [key, setKey] = useState<string | null>(null);
  const candidates = useMemo(() => checkCandidates(incidents, mostOffered), [incidents]);
  const chosen = candidates.find((incident) => incident.key === key) ?? candidates[0];
  if (chosen === undefined)
    return (
      <p role="status">
        No incident fits: the check needs a new or active one that both systems have and agree on.{' '}
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </p>
    );
  const { status = chosen.status } = checkChanges(chosen);
  return (
    <div className="flex max-w-xl flex-col gap-2">
      <label htmlFor={id} className="text-muted">
        Step 1 of 3. Incident to check with, the most harmless first
      </label>
      <select
        id={id}
        value={chosen.key}
        onChange={(event) => setKey(event.target.value)}
        className="h-8 w-full min-w-0 truncate rounded border border-line bg-canvas px-2"
      >
        {candidates.map(({ key: each, title, severity }) => (
          <option key={each} value={each}>
            #{each} {severityWords[severity]}: {visibleText(title)}
          </option>
        ))}
      </select>
      <p>
        Status goes from {statusWords[chosen.status]} to {statusWords[status]} and a tag “{checkTag}” is added, until
        you put it back. Automation rules that act on updated incidents may run.
      </p>
      <div className="flex gap-2">
        <Button tone="primary" onClick={() => onChange(chosen)}>
          Change #{chosen.key}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
