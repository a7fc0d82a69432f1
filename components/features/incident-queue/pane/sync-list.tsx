/** Fields that are on their way or refused, each with its age and what to do about it. */
'use client';
import { useState } from 'react';
import { PaneSection } from '@/components/queue/pane/pane-section';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { fieldWords } from '@/components/vocabulary/field-words';
import { SyncMark, syncSentence } from '@/components/vocabulary/sync-mark';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { type FieldSync, type Incident, type SyncedField, syncedFields } from '@/lib/domain/incident/incident';
import { useRetryCommand } from '@/lib/queries/change-incident';

function Line({ field, sync, onDismiss }: { field: SyncedField; sync: FieldSync; onDismiss: () => void }) {
  const retry = useRetryCommand();
  const { commandId } = sync;
  const again = () => {
    if (commandId === null) return;
    retry.mutate(
      { commandId },
      { onError: (error) => showToast('Could not try again', { tone: 'error', detail: error.message }) },
    );
  };
  return (
    <li className="py-1">
      <p className="flex items-center gap-2">
        <span className="w-24 shrink-0 text-muted">{fieldWords[field]}</span>
        <SyncMark sync={sync} word />
        <span className="ml-auto text-faint text-small">
          <Timestamp at={sync.since} form="clock" name="Since" />
        </span>
      </p>
      <p className="text-muted text-small sm:pl-26">
        <UntrustedText text={syncSentence(sync)} />
      </p>
      {sync.state === 'refused' ? (
        <p className="mt-1 flex gap-1.5 sm:pl-26">
          {sync.retryable === true && commandId !== null ? (
            <Button size="small" onClick={again} disabled={retry.isPending}>
              Try again
            </Button>
          ) : null}
          <Button size="small" tone="quiet" onClick={onDismiss}>
            Dismiss
          </Button>
        </p>
      ) : null}
    </li>
  );
}

export function SyncList({ incident }: { incident: Incident }) {
  // Dismissing only takes the line away here; the refusal stays in the journal.
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const lines = syncedFields.flatMap((field) => {
    const sync = incident.sync[field];
    // Where the systems disagree there is a question of its own; what is confirmed says so beside its value.
    if (sync === undefined || sync.state === 'drifted' || sync.state === 'confirmed') return [];
    const id = `${incident.key} ${field} ${sync.since}`;
    return dismissed.has(id) ? [] : [{ id, field, sync }];
  });
  if (lines.length === 0) return null;
  return (
    <PaneSection title="Between the systems">
      <ul>
        {lines.map(({ id, field, sync }) => (
          <Line
            key={id}
            field={field}
            sync={sync}
            onDismiss={() => setDismissed((before) => new Set(before).add(id))}
          />
        ))}
      </ul>
    </PaneSection>
  );
}
