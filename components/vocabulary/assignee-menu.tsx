/**
 * Chooses who works on an incident: me first, then nobody, then everyone who can be found by typing, then names that
 * other incidents are assigned to (a group such as `SOC Tier 2` is one), then whatever was typed: Defender keeps any text.
 * `<AssigneeMenu trigger={…} value={incident.assignee} me={session.me} people={assignable} others={…} onChange={…} />`
 * `people` undefined: still being read; `failure` says why they cannot be.
 * https://learn.microsoft.com/graph/api/resources/security-incident#properties ("Free editable text")
 */
import clsx from 'clsx';
import { Command } from 'cmdk';
import { Check, PenLine, Search } from 'lucide-react';
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
  /** Assignees of other incidents, whom the directory's list need not know: groups, and people of other departments. */
  others?: readonly Assignee[];
  failure?: string | null;
  onChange: (assignee: Assignee | null) => void;
  capability?: Capability;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onClosed?: () => void;
};

const headingClass = 'block px-2 pt-1.5 pb-0.5 text-faint text-small';
/** Longer names are cut by both portals. */
const mostCharacters = 256;

const typedValue = '\u0000typed';

/** Part of a name, in any case. Letters that only occur somewhere in this order (`SOC` in `contoso.com`) find nobody. */
function finds(value: string, search: string): number {
  return value !== typedValue && value.toLowerCase().includes(search.trim().toLowerCase()) ? 1 : 0;
}

/** Text that names nobody in the lists, to be kept as it is. */
function TypedName({ text, onSelect }: { text: string; onSelect: () => void }) {
  return (
    // A value that no search finds: it is always there and always last.
    <Command.Item value={typedValue} forceMount onSelect={onSelect} className={row}>
      <PenLine aria-hidden className="size-3.5 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <span className="truncate">“{visibleText(text)}”</span>
        <span className="block text-faint text-small">
          a text: Defender keeps it, Sentinel shows it without a person
        </span>
      </span>
    </Command.Item>
  );
}

function Choices({ value, me, people, others = [], failure, onChange, capability }: AssigneeMenuProps) {
  const [text, setText] = useState('');
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
  const colleagues = (people ?? []).filter((person) => me === undefined || !sameAssignee(person, me));
  const listed = [...(me === undefined ? [] : [me]), ...colleagues];
  const elsewhere = others.filter((other) => !listed.some((person) => sameAssignee(person, other)));
  const typed = text.trim();
  const typedIsListed = [...listed, ...elsewhere].some(({ name, displayName }) =>
    [name, displayName ?? ''].some((word) => word.toLowerCase() === typed.toLowerCase()),
  );
  return (
    <Command label="Assign to" loop filter={finds}>
      <div className="flex items-center gap-2 border-b px-3">
        <Search aria-hidden className="size-3.5 shrink-0 text-faint" />
        <Command.Input
          value={text}
          onValueChange={setText}
          maxLength={mostCharacters}
          placeholder="Assign to …"
          aria-label="Find a person or group"
          className="h-8 min-w-0 flex-1 outline-none"
        />
      </div>
      <Command.List className="max-h-72 overflow-y-auto p-1">
        {me === undefined ? null : (
          <Person person={me} hint="me" chosen={known && sameAssignee(value, me)} onSelect={() => onChange(me)} />
        )}
        <Command.Item value="Nobody, unassign" onSelect={() => onChange(null)} className={row}>
          <Check aria-hidden className={clsx('size-3.5 shrink-0 text-accent', value !== null && 'invisible')} />
          Nobody
        </Command.Item>
        {colleagues.map((person) => (
          <Person
            key={person.objectId ?? person.name}
            person={person}
            chosen={known && sameAssignee(value, person)}
            onSelect={() => onChange(person)}
          />
        ))}
        {elsewhere.length === 0 ? null : (
          <Command.Group heading={<span className={headingClass}>Groups and others in the queue</span>}>
            {elsewhere.map((other) => (
              <Person
                key={other.name}
                person={other}
                chosen={known && sameAssignee(value, other)}
                onSelect={() => onChange(other)}
              />
            ))}
          </Command.Group>
        )}
        {typed === '' || typedIsListed ? null : (
          <TypedName text={typed} onSelect={() => onChange({ name: typed, displayName: null, objectId: null })} />
        )}
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
