/** Fields that need somebody: a system refused a change, or the two disagree. One line each, with what can be done. */
import { syncedFieldWords } from '@/components/features/incident-page/sync-summary';
import type { Triage } from '@/components/features/incident-page/use-triage';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { syncSentence } from '@/components/vocabulary/sync-mark';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import {
  type FieldSync,
  type Incident,
  type IncidentChanges,
  type SyncedField,
  syncedFields,
} from '@/lib/domain/incident/incident';
import { currentValues } from '@/lib/domain/incident/paint';
import { useRetryCommand } from '@/lib/queries/change-incident';

/** The change that makes both systems show what this page shows; null for a field that cannot be written. */
export function keepShown(incident: Incident, field: SyncedField): IncidentChanges | null {
  const probes: Record<SyncedField, IncidentChanges> = {
    status: { status: 'new' },
    severity: { severity: 'high' },
    assignee: { assignee: null },
    verdict: {
      verdict: { classification: 'undetermined', determination: null, reason: null, comment: null },
    },
    tags: { tags: [] },
    title: {},
  };
  const values = currentValues(incident, probes[field]);
  return Object.keys(values).length === 0 ? null : values;
}

function Trouble({
  incident,
  field,
  sync,
  triage,
}: {
  incident: Incident;
  field: SyncedField;
  sync: FieldSync;
  triage: Triage;
}) {
  const retry = useRetryCommand();
  const name = syncedFieldWords[field];
  const { commandId } = sync;
  if (sync.state === 'refused') {
    return (
      <Banner
        tone="error"
        title={`${name} was not changed.`}
        action={
          sync.retryable === true && commandId !== null ? (
            <Button
              size="small"
              onClick={() =>
                retry.mutate(
                  { commandId },
                  { onError: (error) => showToast('Not sent again', { tone: 'error', detail: error.message }) },
                )
              }
            >
              Send again
            </Button>
          ) : null
        }
      >
        <UntrustedText text={syncSentence(sync)} /> (<Timestamp at={sync.since} form="clock" />
        ). The old value is shown.
      </Banner>
    );
  }
  const keep = keepShown(incident, field);
  return (
    <Banner
      tone="warning"
      title={`${name} differs between the systems.`}
      action={
        keep === null ? null : (
          <Button size="small" onClick={() => triage(keep, `${name}: both systems get the value shown here`)}>
            Use the value shown here in both
          </Button>
        )
      }
    >
      <UntrustedText text={syncSentence(sync)} /> since <Timestamp at={sync.since} form="full" />.
    </Banner>
  );
}

export function SyncTrouble({ incident, triage }: { incident: Incident; triage: Triage }) {
  return syncedFields.map((field) => {
    const sync = incident.sync[field];
    return sync === undefined || sync.state === 'pending' || sync.state === 'confirmed' ? null : (
      <Trouble key={field} incident={incident} field={field} sync={sync} triage={triage} />
    );
  });
}
