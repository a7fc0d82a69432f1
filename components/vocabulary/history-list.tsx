/**
 * What happened to an incident, newest first: which field, from what to what, who, where, and four times by name.
 * `<HistoryList entries={…} onUndo={(commandId) => …} />`; `onUndo` is offered for acts of this console.
 */

import { Button } from '@/components/ui/button';
import { fieldWords } from '@/components/vocabulary/field-words';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { valueWords } from '@/components/vocabulary/value-words';
import type { CommandState } from '@/lib/domain/incident/command';
import type { HistoryActor, HistoryEntry, HistoryTimes } from '@/lib/domain/incident/history';
import { systemWords } from '@/lib/domain/source/source';

const actorWords = {
  analyst: 'an analyst',
  rule: 'automation rule',
  playbook: 'playbook',
  sync: 'Microsoft’s sync',
  system: 'Microsoft',
  unknown: 'somebody who is not named',
} as const satisfies Record<HistoryActor['kind'], string>;

const stateWords = {
  queued: 'waiting to be sent',
  sending: 'being sent',
  accepted: 'accepted, not shown by both yet',
  confirmed: 'confirmed',
  refused: 'refused',
} as const satisfies Record<CommandState, string>;

const timeWords = {
  event: 'Happened',
  created: 'Created at Microsoft',
  ingested: 'Reached the log',
  synced: 'Seen by this console',
} as const satisfies Record<keyof HistoryTimes, string>;

/** `automation rule Auto-close`, `Maya Chen`, `somebody who is not named`, `Microsoft Defender for Endpoint`. */
function Actor({ by }: { by: HistoryActor }) {
  // There is one sync, and what calls itself Microsoft’s needs no word before it.
  if (by.name === null || by.kind === 'sync') return actorWords[by.kind];
  if (by.kind === 'system' && by.name.startsWith('Microsoft')) return <UntrustedText text={by.name} />;
  const named = <UntrustedText text={by.name} />;
  return by.kind === 'analyst' || by.kind === 'unknown' ? (
    named
  ) : (
    <>
      {actorWords[by.kind]} {named}
    </>
  );
}

function Times({ times }: { times: HistoryTimes }) {
  const names = ['event', 'created', 'ingested', 'synced'] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 pb-1 text-small">
      {names.map((name) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{timeWords[name]}</dt>
          <dd>
            {times[name] === null ? (
              <span className="text-faint">not known</span>
            ) : (
              <Timestamp at={times[name]} form="full" />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Entry({ entry, onUndo }: { entry: HistoryEntry; onUndo: ((commandId: string) => void) | undefined }) {
  const { what, from, to, by, system, commandId, state } = entry;
  // What Microsoft's sync then did with it is taken back with it.
  const ours = commandId !== null && by.kind === 'analyst' && state !== 'refused' && what !== 'comment';
  const undoable = onUndo !== undefined && ours;
  return (
    <li className="flex items-start gap-2 border-b py-1 last:border-b-0">
      <details className="min-w-0 flex-1">
        <summary className="min-h-6 cursor-pointer wrap-anywhere">
          <span className="text-faint text-small">
            <Timestamp at={entry.at} name="At" />
          </span>{' '}
          {fieldWords[what]}
          {/* Both may have been given what one had already. */}
          {from === null || from === to ? null : (
            <span className="text-muted">
              {' '}
              <UntrustedText text={valueWords(what, from)} /> →
            </span>
          )}
          {to === null ? null : (
            <>
              {' '}
              <UntrustedText text={valueWords(what, to)} />
            </>
          )}
          <span className="block text-muted text-small">
            <Actor by={by} /> · {system === 'onequeue' ? 'here' : systemWords[system]}
            {state === null ? '' : ` · ${stateWords[state]}`}
          </span>
        </summary>
        <Times times={entry.times} />
      </details>
      {undoable ? (
        <Button
          size="small"
          tone="quiet"
          aria-label={`Undo: ${fieldWords[what]} ${valueWords(what, to ?? '')}`}
          onClick={() => onUndo(commandId)}
        >
          Undo
        </Button>
      ) : null}
    </li>
  );
}

export function HistoryList({
  entries,
  onUndo,
}: {
  entries: readonly HistoryEntry[];
  onUndo?: (commandId: string) => void;
}) {
  return (
    <ol aria-label="Changes">
      {entries.map((entry) => (
        <Entry
          key={`${entry.at} ${entry.what} ${entry.system} ${entry.commandId ?? ''} ${entry.to ?? ''}`}
          entry={entry}
          onUndo={onUndo}
        />
      ))}
    </ol>
  );
}
