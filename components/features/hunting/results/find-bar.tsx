'use client';
/** Find inside the results: the browser's own sees only the rows that are drawn. */
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';

type Props = {
  wanted: string;
  count: number;
  /** Which of the matches is shown, from 0; -1 before the first step. */
  at: number;
  onWanted: (text: string) => void;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
};

function position({ wanted, count, at }: Props): string {
  if (wanted === '') return '';
  if (count === 0) return 'Not found';
  return at < 0
    ? `${count.toLocaleString('en')} found`
    : `${(at + 1).toLocaleString('en')} of ${count.toLocaleString('en')}`;
}

export function FindBar(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'Enter') props.onStep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search ref={box} onKeyDown={onKeyDown} className="flex shrink-0 items-center gap-1 border-b bg-panel px-3 py-1">
      <TextInput
        label="Find in results"
        placeholder="Find in results"
        icon={Search}
        value={props.wanted}
        onChange={props.onWanted}
        className="w-72"
      />
      <span className="min-w-24 px-1 text-muted text-small" aria-live="polite">
        {position(props)}
      </span>
      <IconButton label="Previous match" keys="Shift Enter" icon={ChevronUp} onClick={() => props.onStep(-1)} />
      <IconButton label="Next match" keys="Enter" icon={ChevronDown} onClick={() => props.onStep(1)} />
      <IconButton label="Close find" keys="Esc" icon={X} onClick={props.onClose} className="ml-auto" />
    </search>
  );
}
