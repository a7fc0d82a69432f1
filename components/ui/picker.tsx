/**
 * One or several out of a list that can be searched: the list of a filter chip, of assignees, of tables.
 * `<Picker label="Status" options={[{ value, label, mark?, count? }]} chosen={['new']} onChoose={(value) => …} />`
 * It is the content of a `Popover`; `many` keeps it open and shows ticks. Arrow keys move, Enter chooses, typing searches.
 */
'use client';
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';

export type PickerOption<Value extends string> = { value: Value; label: string; mark?: ReactNode; count?: number };

export function Picker<Value extends string>({
  label,
  options,
  chosen,
  onChoose,
  many = false,
  searchable = options.length > 8,
  footer,
}: {
  label: string;
  options: readonly PickerOption<Value>[];
  chosen: readonly Value[];
  onChoose: (value: Value) => void;
  many?: boolean;
  searchable?: boolean;
  footer?: ReactNode;
}) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => chosen.includes(option.value)),
    ),
  );
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return wanted === '' ? options : options.filter((option) => option.label.toLowerCase().includes(wanted));
  }, [options, search]);
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(at, shown.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[data-at="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(current + 1, last),
      ArrowUp: Math.max(current - 1, 0),
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    const typesBlank = event.key === ' ' && searchable;
    if (to !== undefined) setAt(to);
    else if ((event.key === 'Enter' || event.key === ' ') && !typesBlank) {
      const option = shown[current];
      if (option !== undefined) onChoose(option.value);
    } else return;
    event.preventDefault();
  };

  const active = current >= 0 ? `${id}-${current}` : undefined;
  return (
    <div className="flex max-h-90 w-60 flex-col">
      {searchable ? (
        <input
          // The list opens because the analyst asked for it, so its field takes the keyboard.
          ref={(input) => input?.focus()}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active}
          aria-label={`Search ${label.toLowerCase()}`}
          placeholder={`Search ${label.toLowerCase()}`}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-8 shrink-0 rounded-t border-b bg-transparent px-3 outline-none"
        />
      ) : null}
      <div
        id={`${id}-list`}
        ref={list}
        role="listbox"
        aria-label={label}
        aria-multiselectable={many}
        tabIndex={searchable ? -1 : 0}
        {...(searchable ? {} : { 'aria-activedescendant': active, onKeyDown })}
        className="min-h-0 flex-1 overflow-y-auto p-1 outline-none"
      >
        {shown.map((option, position) => (
          <div
            key={option.value}
            id={`${id}-${position}`}
            data-at={position}
            role="option"
            tabIndex={-1}
            aria-selected={chosen.includes(option.value)}
            onPointerMove={() => setAt(position)}
            onClick={() => onChoose(option.value)}
            onKeyDown={onKeyDown}
            className={clsx(
              'flex h-7 items-center gap-2 rounded-small px-2 select-none',
              position === current && 'bg-pressed forced-colors:outline',
            )}
          >
            <span className="flex size-3.5 shrink-0 items-center justify-center">
              {chosen.includes(option.value) ? <Check aria-hidden className="size-3.5 text-accent" /> : null}
            </span>
            {option.mark}
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.count === undefined ? null : <span className="text-faint text-small">{option.count}</span>}
          </div>
        ))}
        {shown.length === 0 ? <p className="px-2 py-1 text-muted">Nothing matches “{search}”.</p> : null}
      </div>
      {footer === undefined ? null : <div className="shrink-0 border-t p-1">{footer}</div>}
    </div>
  );
}
