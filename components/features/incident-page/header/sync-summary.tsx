/** How far the two systems agree, in a word; opens into every field with its state, its age and both values. */

import { FieldButton } from '@/components/features/incident-page/header/header-field';
import { useNowMs } from '@/components/queue/use-now';
import { Popover } from '@/components/ui/popover';
import { fieldWords } from '@/components/vocabulary/field-words';
import { duration } from '@/components/vocabulary/format-time';
import { SyncMark, syncSentence } from '@/components/vocabulary/sync-mark';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { type FieldSync, type Incident, syncedFields } from '@/lib/domain/incident/incident';

const gravity = ['refused', 'drifted', 'pending', 'confirmed'] as const satisfies readonly FieldSync['state'][];
const plain = { refused: 'refused', drifted: 'differ', pending: 'pending', confirmed: 'confirmed' } as const;

/** `2 pending`, `1 refused`; the gravest state speaks. */
export function syncWord(incident: Pick<Incident, 'sync' | 'defender' | 'sentinel'>): string {
  const states = Object.values(incident.sync).map(({ state }) => state);
  const worst = gravity.find((state) => states.includes(state));
  if (worst !== undefined && worst !== 'confirmed') {
    return `${states.filter((state) => state === worst).length} ${plain[worst]}`;
  }
  if (incident.defender === null) return 'Sentinel only';
  return incident.sentinel === null ? 'Defender only' : 'In step';
}

function Field({ name, sync }: { name: string; sync: FieldSync | undefined }) {
  const nowMs = useNowMs('second');
  return (
    <div className="col-span-2 grid grid-cols-subgrid border-b py-1.5 last:border-b-0">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">
        {sync === undefined ? (
          <span className="text-faint">Unchanged, same in both</span>
        ) : (
          <>
            <SyncMark sync={sync} word />{' '}
            <span className="text-muted">
              for {duration(nowMs - Date.parse(sync.since))}, since <Timestamp at={sync.since} form="clock" />
            </span>
            <br />
            <UntrustedText text={syncSentence(sync)} />
          </>
        )}
      </dd>
    </div>
  );
}

export function SyncSummary({ incident }: { incident: Incident }) {
  const { defender, sentinel, sync } = incident;
  return (
    <Popover
      label="Sync of each field"
      align="end"
      className="w-88 max-w-[calc(100vw-16px)] p-3"
      trigger={<FieldButton name="Sync">{syncWord(incident)}</FieldButton>}
    >
      <dl className="grid grid-cols-[5rem_minmax(0,1fr)]">
        {defender === null || sentinel === null ? (
          <div className="col-span-2 py-1 text-muted">
            Only {defender === null ? 'Sentinel' : 'Defender'} knows this incident so far. Microsoft takes up to ten
            minutes to copy a new one.
          </div>
        ) : null}
        {syncedFields.map((field) =>
          sync[field] === undefined && (defender === null || sentinel === null) ? null : (
            <Field key={field} name={fieldWords[field]} sync={sync[field]} />
          ),
        )}
      </dl>
      <p className="mt-2 text-faint text-small">
        {defender === null ? null : (
          <>
            Defender changed <Timestamp at={defender.updatedAt} form="clock" />.{' '}
          </>
        )}
        {sentinel === null ? null : (
          <>
            Sentinel changed <Timestamp at={sentinel.updatedAt} form="clock" />.
          </>
        )}
      </p>
    </Popover>
  );
}
