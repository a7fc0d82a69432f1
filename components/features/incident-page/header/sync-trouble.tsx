/** Fields that need somebody: a system refused a change, or the two disagree. One line each, with what can be done. */
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { DriftChooser } from '@/components/vocabulary/drift-chooser';
import { fieldWords } from '@/components/vocabulary/field-words';
import { syncSentence } from '@/components/vocabulary/sync-mark';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { type FieldSync, type Incident, type SyncedField, syncedFields } from '@/lib/domain/incident/incident';
import { useRetryCommand } from '@/lib/queries/change-incident';
import { useDrift } from '@/lib/queries/use-drift';

function Refusal({ field, sync }: { field: SyncedField; sync: FieldSync }) {
  const retry = useRetryCommand();
  const name = fieldWords[field];
  const { commandId } = sync;
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

export function SyncTrouble({ incident }: { incident: Incident }) {
  return (
    <>
      {syncedFields.map((field) => {
        const sync = incident.sync[field];
        return sync?.state === 'refused' ? <Refusal key={field} field={field} sync={sync} /> : null;
      })}
      <DriftChooser incident={incident} {...useDrift(incident)} />
    </>
  );
}
