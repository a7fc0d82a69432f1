/**
 * Chooses who works on an incident: me first, then nobody, then everyone who can be found by typing.
 * `<AssigneeMenu trigger={…} value={incident.assignee} me={session.me} people={assignable} onChange={…} />`
 * `people` undefined: still being read; `failure` says why they cannot be.
 */
import clsx from 'clsx';
import { Command } from 'cmdk';
import { Check, Search } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { overlaySurface } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import type { Capability } from '@/lib/domain/incident/capabilities';
import type { Assignee } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

const row =
  'flex min-h-7 w-full items-center gap-2 rounded-small px-2 select-none data-[selected=true]:bg-pressed data-[disabled=true]:text-faint';

/** Defender stores a name only, so names are what can be compared. */
export function sameAssignee(left: Assignee | null, right: Assignee | null): boolean {
  return (left?.name.toLowerCase() ?? null) === (right?.name.toLowerCase() ?? null);
}

function Person({
  person,
  chosen,
  hint,
  onSelect,
}: {
  person: Assignee;
  chosen: boolean;
  hint?: string;
  onSelect: () => void;
}) {
  return (
    <Command.Item value={`${person.displayName ?? ''} ${person.name}`} onSelect={onSelect} className={row}>
      <Check aria-hidden className={clsx('size-3.5 shrink-0 text-accent', !chosen && 'invisible')} />
      <span className="min-w-0 flex-1 truncate">
        {visibleText(person.displayName ?? person.name)}
        {hint === undefined ? null : <span className="text-muted"> ({hint})</span>}
        {chosen ? <span className="sr-only"> (assigned now)</span> : null}
        {person.displayName === null ? null : (
          <span className="ml-2 text-faint text-small">{visibleText(person.name)}</span>
        )}
      </span>
      {hint === undefined ? null : <Kbd keys="a" />}
    </Command.Item>
  );
}

type AssigneeMenuProps = {
  trigger: ReactNode;
  /** Undefined when several incidents with different assignees are meant. */
  value: Assignee | null | undefined;
  me: Assignee | undefined;
  people: readonly Assignee[] | undefined;
  failure?: string | null;
  onChange: (assignee: Assignee | null) => void;
  capability?: Capability;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onClosed?: () => void;
};

function Choices({ value, me, people, failure, onChange, capability }: AssigneeMenuProps) {
  if (capability !== undefined && !capability.allowed) {
    return (
      <p className="max-w-64 p-2 text-muted">
        {capability.reason}{' '}
        <a className="text-accent underline" href={capability.link} target="_blank" rel="noopener noreferrer">
          Microsoft’s page about it
        </a>
      </p>
    );
  }
  const known = value !== undefined;
  const others = (people ?? []).filter((person) => me === undefined || !sameAssignee(person, me));
  return (
    <Command label="Assign to" loop>
      <div className="flex items-center gap-2 border-b px-3">
        <Search aria-hidden className="size-3.5 shrink-0 text-faint" />
        <Command.Input
          placeholder="Assign to …"
          aria-label="Find a person"
          className="h-8 min-w-0 flex-1 outline-none"
        />
      </div>
      <Command.List className="max-h-72 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-1.5 text-muted">Nobody by that name.</Command.Empty>
        {me === undefined ? null : (
          <Person person={me} hint="me" chosen={known && sameAssignee(value, me)} onSelect={() => onChange(me)} />
        )}
        <Command.Item value="Nobody, unassign" onSelect={() => onChange(null)} className={row}>
          <Check aria-hidden className={clsx('size-3.5 shrink-0 text-accent', value !== null && 'invisible')} />
          Nobody
        </Command.Item>
        {others.map((person) => (
          <Person
            key={person.objectId ?? person.name}
            person={person}
            chosen={known && sameAssignee(value, person)}
            onSelect={() => onChange(person)}
          />
        ))}
      </Command.List>
      {people === undefined ? (
        <p role="status" className="border-t px-3 py-1.5 text-muted text-small">
          {failure ? `The directory could not be read: ${visibleText(failure)}` : 'Reading the directory …'}
        </p>
      ) : null}
    </Command>
  );
}

export function AssigneeMenu(props: AssigneeMenuProps) {
  const [openHere, setOpenHere] = useState(false);
  const open = props.open ?? openHere;
  const setOpen = (next: boolean) => {
    setOpenHere(next);
    props.onOpenChange?.(next);
  };
  const choose = (assignee: Assignee | null) => {
    setOpen(false);
    if (props.value === undefined || !sameAssignee(props.value, assignee)) props.onChange(assignee);
  };
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label="Assignee"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (props.onClosed === undefined) return;
            event.preventDefault();
            props.onClosed();
          }}
          className={clsx(overlaySurface, 'w-72 max-w-[calc(100vw-16px)]')}
        >
          <Choices {...props} onChange={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
