/**
 * How far a changed field has come in both systems. Confirmation is quiet, refusal is clear.
 * `<SyncMark sync={incident.sync.status} />`; `word` adds the word; nothing is drawn for a field that was never touched.
 */
import clsx from 'clsx';
import { Check, CircleX, Clock3, CloudOff, type LucideIcon, Unplug } from 'lucide-react';
import type { FieldSync } from '@/lib/domain/incident/incident';
import { systemWords } from '@/lib/domain/source/source';

type Mark = { word: string; icon: LucideIcon; colour: string };

const marks: Record<FieldSync['state'], Mark> = {
  pending: { word: 'Pending', icon: Clock3, colour: 'text-pending' },
  confirmed: { word: 'Confirmed', icon: Check, colour: 'text-good' },
  refused: { word: 'Refused', icon: CircleX, colour: 'text-danger' },
  drifted: { word: 'Systems disagree', icon: Unplug, colour: 'text-warning' },
};

const unsent: Mark = { word: 'Waiting for connection', icon: CloudOff, colour: 'text-warning' };

/** One sentence about where a field stands. */
export function syncSentence(sync: FieldSync): string {
  const shown = sync.shownBy.map((system) => systemWords[system]).join(' and ');
  switch (sync.state) {
    case 'pending':
      if (sync.unsent) return 'Kept in this browser, sent when the console answers again';
      return shown === ''
        ? 'Sent, not shown by any system yet'
        : `Shown by ${shown}, the other side is still to follow`;
    case 'confirmed':
      return shown === '' ? 'Confirmed' : `Confirmed by ${shown}`;
    case 'refused':
      return `Refused: ${sync.reason ?? 'no reason was given'}`;
    case 'drifted':
      return Object.entries(sync.values ?? {})
        .map(([system, value]) => `${system === 'defender' ? 'Defender' : 'Sentinel'} says ${value}`)
        .join(', ');
  }
}

export function SyncMark({ sync, word = false }: { sync: FieldSync | undefined; word?: boolean }) {
  if (sync === undefined) return null;
  const { word: text, icon: Icon, colour } = sync.unsent ? unsent : marks[sync.state];
  return (
    <span
      className={clsx('inline-flex items-center gap-1', sync.unsent ? 'min-w-0' : 'shrink-0', colour)}
      title={`${text}. ${syncSentence(sync)}`}
    >
      <Icon aria-hidden className="size-3 shrink-0" />
      <span className={word ? 'truncate text-small' : 'sr-only'}>{text}</span>
    </span>
  );
}
