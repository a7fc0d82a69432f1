/**
 * The systems disagree and nothing of ours is on its way: both values of each field, who changed them when, and which
 * one shall stand in both. It says itself what became of the choice, whichever page it stands on.
 * `<DriftChooser incident={…} {...useDrift(incident)} />`. Draws nothing while they agree.
 */

import { TriangleAlert } from 'lucide-react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { fieldWords } from '@/components/vocabulary/field-words';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { valueWords } from '@/components/vocabulary/value-words';
import type { HistoryEntry } from '@/lib/domain/incident/history';
import { type FieldSync, type Incident, type SyncedField, syncedFields } from '@/lib/domain/incident/incident';
import { type System, systems, systemWords } from '@/lib/domain/source/source';

/** The latest change of a field that was seen in a system, if this console saw it. */
export function lastChange(
  history: readonly HistoryEntry[] | undefined,
  field: SyncedField,
  system: System,
): HistoryEntry | undefined {
  return history?.find((entry) => entry.what === field && entry.system === system);
}

function Side({
  field,
  system,
  value,
  entry,
  copyChangedAt,
  onKeep,
  busy,
}: {
  field: SyncedField;
  system: System;
  value: string;
  entry: HistoryEntry | undefined;
  copyChangedAt: string | null;
  onKeep: () => void;
  busy: boolean;
}) {
  const name = systemWords[system];
  return (
    <div className="min-w-40 flex-1">
      <p>
        <span className="text-muted">{name} says</span>{' '}
        <strong className="font-medium wrap-anywhere">
          <UntrustedText text={valueWords(field, value)} />
        </strong>
      </p>
      <p className="text-muted text-small">
        {entry === undefined ? (
          <>
            {name} does not say who; it last changed the incident at{' '}
            <Timestamp at={copyChangedAt} form="clock" name={`${name} updated`} />
          </>
        ) : (
          <>
            by <UntrustedText text={entry.by.name ?? 'somebody who is not named'} />,{' '}
            <Timestamp at={entry.at} form="clock" name="Changed" />
          </>
        )}
      </p>
      <Button
        size="small"
        className="mt-1"
        disabled={busy}
        aria-label={`${fieldWords[field]}: keep what ${name} says in both systems`}
        onClick={onKeep}
      >
        Keep in both
      </Button>
    </div>
  );
}

function tell(field: SyncedField, system: System, kept: Promise<unknown>): void {
  kept.then(
    () => {
      const told = `${fieldWords[field]}: both get what ${systemWords[system]} says`;
      showToast(told, { id: 'drift' });
      announce(told);
    },
    (error: unknown) =>
      showToast('Not settled', {
        tone: 'error',
        id: 'drift',
        detail: error instanceof Error ? error.message : String(error),
      }),
  );
}

export function DriftChooser({
  incident,
  history,
  onKeep,
  busy = false,
}: {
  incident: Incident;
  /** Newest first; undefined while it is being read. */
  history: readonly HistoryEntry[] | undefined;
  /** Rejects with why it was not stored. */
  onKeep: (field: SyncedField, system: System) => Promise<unknown>;
  busy?: boolean;
}) {
  const drifted = syncedFields.flatMap((field): { field: SyncedField; sync: FieldSync }[] => {
    const sync = incident.sync[field];
    return sync?.state === 'drifted' ? [{ field, sync }] : [];
  });
  if (drifted.length === 0) return null;
  return (
    <section aria-label="The systems disagree" className="border-b bg-warning-wash px-4 py-2">
      <h3 className="flex items-center gap-2 font-medium">
        <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
        Defender and Sentinel disagree
      </h3>
      {drifted.map(({ field, sync }) => (
        <div key={field} className="mt-1.5">
          <p className="text-muted text-small">
            {fieldWords[field]}, since <Timestamp at={sync.since} form="full" name="Differ since" />
          </p>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {systems.map((system) => (
              <Side
                key={system}
                field={field}
                system={system}
                value={sync.values?.[system] ?? 'nothing'}
                entry={lastChange(history, field, system)}
                copyChangedAt={incident[system]?.updatedAt ?? null}
                onKeep={() => tell(field, system, onKeep(field, system))}
                busy={busy}
              />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
