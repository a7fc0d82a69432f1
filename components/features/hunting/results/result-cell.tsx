'use client';
/** One value in the grid: short, aligned by its type, and with what find is looking for marked. */
import { createContext, useContext } from 'react';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Cell, KqlType } from '@/lib/domain/hunting/result-table';
import { cellText, timeText, type Zone } from './cell-text';

/** What is looked for; '' when nothing is. A context, so that typing repaints cells and not the column definitions. */
export const WantedText = createContext('');

/** A cell shows one line; what is beyond is for the inspect pane. */
const longestShown = 300;

function Marked({ text }: { text: string }) {
  const wanted = useContext(WantedText).toLowerCase();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  if (at < 0) return <UntrustedText text={text} />;
  return (
    <>
      <UntrustedText text={text.slice(0, at)} />
      <mark className="rounded-small bg-warning-wash text-ink outline-1 outline-warning">
        <UntrustedText text={text.slice(at, at + wanted.length)} />
      </mark>
      <UntrustedText text={text.slice(at + wanted.length)} />
    </>
  );
}

export function ResultCell({ value, type, zone }: { value: Cell; type: KqlType; zone: Zone }) {
  if (value === null || value === '') return null;
  const text = cellText(value, type, zone);
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  const title =
    type === 'datetime' && typeof value === 'string'
      ? `${timeText(value, 'utc')} UTC\n${timeText(value, 'local')} local\n${value}`
      : undefined;
  return (
    <span title={title}>
      <Marked text={shown.replace(/\s*[\r\n]+\s*/gu, ' ↵ ')} />
    </span>
  );
}
