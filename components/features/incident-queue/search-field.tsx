/** Free text over titles, ids, people, tags and tactics. `/` comes here, Esc goes back to the rows. */
'use client';
import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useShortcuts } from '@/components/ui/use-shortcuts';

export function SearchField({
  value,
  onChange,
  onLeave,
}: {
  value: string;
  onChange: (text: string) => void;
  onLeave: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const enter = () => {
    input.current?.focus();
    input.current?.select();
  };
  useShortcuts('Filter', [{ keys: '/', does: 'Filter by text', run: enter }]);
  return (
    <div className="relative w-full sm:w-60">
      <Search aria-hidden className="pointer-events-none absolute top-[7px] left-2 size-3.5 text-faint" />
      <input
        ref={input}
        type="search"
        aria-label="Filter by text"
        placeholder="Title, id, person, tag, tactic"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return;
          event.preventDefault();
          onLeave();
        }}
        autoComplete="off"
        spellCheck={false}
        className="h-7 w-full rounded border bg-canvas pr-8 pl-7 hover:border-line-strong [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="absolute top-0.5 right-0.5 flex size-6 items-center justify-center">
        {value === '' ? (
          <Kbd keys="/" />
        ) : (
          <IconButton label="Clear text" icon={X} onClick={() => onChange('')} className="size-6" />
        )}
      </span>
    </div>
  );
}
