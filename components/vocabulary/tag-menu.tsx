/**
 * Adds and takes away analysts' tags of one or several incidents: those that exist can be found by typing, a new one is
 * made by typing it. `<TagMenu trigger={…} tags={[{ name, on: 'all' | 'some' | 'none' }]} onAdd={…} onRemove={…} />`
 * Tags that Microsoft set are not offered: nobody but Microsoft can write them.
 */
import clsx from 'clsx';
import { Command } from 'cmdk';
import { Check, Minus, Plus, Tag as TagIcon } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { overlaySurface } from '@/components/ui/class-names';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Capability } from '@/lib/domain/incident/capabilities';

/** On how many of the incidents a tag is. */
export type TagChoice = { name: string; on: 'all' | 'some' | 'none' };

const row =
  'flex min-h-7 w-full items-center gap-2 rounded-small px-2 select-none data-[selected=true]:bg-pressed forced-colors:data-[selected=true]:outline';
/** Sentinel takes labels of any length, Defender's portal cuts them; nobody reads longer ones. */
const mostCharacters = 128;
const onWords = { all: ', set: takes it away', some: ', set on some: adds it to the others', none: '' } as const;

function Choices({
  tags,
  onAdd,
  onRemove,
}: {
  tags: readonly TagChoice[];
  onAdd: (name: string) => void;
  onRemove: (name: string) => void;
}) {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const known = tags.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return (
    <Command label="Tags" loop>
      <div className="flex items-center gap-2 border-b px-3">
        <TagIcon aria-hidden className="size-3.5 shrink-0 text-faint" />
        <Command.Input
          value={text}
          onValueChange={setText}
          maxLength={mostCharacters}
          placeholder="Tag …"
          aria-label="Find or make a tag"
          className="h-8 min-w-0 flex-1 outline-none"
        />
      </div>
      <Command.List className="max-h-72 overflow-y-auto p-1">
        {tags.map(({ name, on }) => (
          <Command.Item
            key={name}
            value={name}
            onSelect={() => (on === 'all' ? onRemove(name) : onAdd(name))}
            className={row}
          >
            {on === 'some' ? (
              <Minus aria-hidden className="size-3.5 shrink-0 text-accent" />
            ) : (
              <Check aria-hidden className={clsx('size-3.5 shrink-0 text-accent', on === 'none' && 'invisible')} />
            )}
            <span className="min-w-0 flex-1 truncate">
              <UntrustedText text={name} />
              <span className="sr-only">{onWords[on]}</span>
            </span>
          </Command.Item>
        ))}
        {wanted === '' || known ? null : (
          <Command.Item value={`new tag ${wanted}`} forceMount onSelect={() => onAdd(wanted)} className={row}>
            <Plus aria-hidden className="size-3.5 shrink-0 text-muted" />
            <span className="truncate">
              New tag “<UntrustedText text={wanted} />”
            </span>
          </Command.Item>
        )}
        {tags.length === 0 && wanted === '' ? (
          <p className="px-2 py-1.5 text-muted">No tags yet: type the first one.</p>
        ) : null}
      </Command.List>
    </Command>
  );
}

export function TagMenu({
  trigger,
  open,
  onOpenChange,
  onClosed,
  capability,
  ...choices
}: {
  trigger: ReactNode;
  tags: readonly TagChoice[];
  onAdd: (name: string) => void;
  onRemove: (name: string) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onClosed: () => void;
  capability?: Capability;
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label="Tags"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className={clsx(overlaySurface, 'w-72 max-w-[calc(100vw-16px)]')}
        >
          {capability?.allowed === false ? (
            <p className="max-w-64 p-2 text-muted">{capability.reason}</p>
          ) : (
            <Choices {...choices} />
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
