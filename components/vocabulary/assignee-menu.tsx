/**
 * Chooses who works on an incident: me first, then nobody, then colleagues, then groups that work on incidents and any
 * other group of the directory that what is typed names, then names that other incidents are assigned to, then whatever
 * was typed: Defender keeps any text. One person or one group owns an incident, never two.
 * `<AssigneeMenu trigger={…} value={incident.assignee} {...useAssignees()} others={…} onChange={…} />`
 * https://learn.microsoft.com/defender-xdr/manage-incidents#assign-an-owner
 * https://learn.microsoft.com/graph/api/resources/security-incident#properties (`assignedTo` is free text)
 */
import clsx from 'clsx';
import { Command } from 'cmdk';
import { Check, PenLine, Search, Users } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { overlaySurface } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import type { Capability } from '@/lib/domain/incident/capabilities';
import type { Assignee } from '@/lib/domain/incident/incident';
import { sameAssignee } from '@/lib/domain/incident/same-assignee';
import { visibleText } from '@/lib/domain/text/visible';

const row =
  'flex min-h-7 w-full items-center gap-2 rounded-small px-2 select-none data-[selected=true]:bg-pressed data-[disabled=true]:text-faint';

function Person({
  person,
  chosen,
  hint,
  foundBy = '',
  onSelect,
}: {
  person: Assignee;
  chosen: boolean;
  hint?: string;
  /** What the directory was asked when it named this one: shown for that, whatever the letters are. */
  foundBy?: string;
  onSelect: () => void;
}) {
  return (
    <Command.Item value={`${person.displayName ?? ''} ${person.name} ${foundBy}`} onSelect={onSelect} className={row}>
      <Check aria-hidden className={clsx('size-3.5 shrink-0 text-accent', !chosen && 'invisible')} />
      {person.isGroup ? <Users aria-hidden className="size-3.5 shrink-0 text-muted" /> : null}
      <span className="min-w-0 flex-1 truncate">
        {person.isGroup ? <span className="sr-only">Group </span> : null}
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
  /** Undefined while they are being read; `failure` says why they cannot be. */
  people: readonly Assignee[] | undefined;
  groups?: readonly Assignee[] | undefined;
  /** Groups of the whole directory for what was typed last. */
  found?: readonly Assignee[];
  onSearch?: (typed: string) => void;
  /** Assignees of other incidents, whom the directory's lists need not know: people of other departments, mere texts. */
  others?: readonly Assignee[];
  failure?: string | null;
  groupFailure?: string | null;
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

/** Those whom none of the lists before has, each once. */
function newcomers(list: readonly Assignee[], ...before: (readonly Assignee[])[]): Assignee[] {
  const known = before.flat();
  return list.filter((one) => !known.some((other) => sameAssignee(one, other)));
}

function Section({ heading, children }: { heading: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return <Command.Group heading={<span className={headingClass}>{heading}</span>}>{children}</Command.Group>;
}

/** What cannot be offered, and why. */
function Lack({ people, failure, groupFailure }: Pick<AssigneeMenuProps, 'people' | 'failure' | 'groupFailure'>) {
  const texts = [
    people !== undefined
      ? null
      : failure
        ? `The directory could not be read: ${visibleText(failure)}`
        : 'Reading the directory …',
    groupFailure ? `Groups could not be read: ${visibleText(groupFailure)}` : null,
  ].filter((text) => text !== null);
  if (texts.length === 0) return null;
  return (
    <p role="status" className="border-t px-3 py-1.5 text-muted text-small">
      {texts.join(' ')}
    </p>
  );
}

function Refused({ capability }: { capability: Extract<Capability, { allowed: false }> }) {
  return (
    <p className="max-w-64 p-2 text-muted">
      {capability.reason}{' '}
      <a className="text-accent underline" href={capability.link} target="_blank" rel="noopener noreferrer">
        Microsoft’s page about it
      </a>
    </p>
  );
}

/** Who is offered beneath which heading: everybody once. */
function offeredTo({ me, people = [], groups = [], found = [], others = [] }: AssigneeMenuProps) {
  const self = me === undefined ? [] : [me];
  const colleagues = newcomers(people, self);
  const elsewhere = newcomers(others, self, people, groups);
  const named = newcomers(found, groups, elsewhere);
  return { colleagues, elsewhere, named, all: [...self, ...colleagues, ...groups, ...elsewhere, ...named] };
}

function Choices(props: AssigneeMenuProps) {
  const { value, me, groups = [], onSearch, onChange, capability } = props;
  const [text, setText] = useState('');
  if (capability !== undefined && !capability.allowed) return <Refused capability={capability} />;
  const { colleagues, elsewhere, named, all } = offeredTo(props);
  const typed = text.trim();
  const typedIsListed = all.some(({ name, displayName }) =>
    [name, displayName ?? ''].some((word) => word.toLowerCase() === typed.toLowerCase()),
  );
  const choice = (person: Assignee, more: { hint?: string; foundBy?: string } = {}) => (
    <Person
      key={person.objectId ?? person.name}
      person={person}
      chosen={value !== undefined && sameAssignee(value, person)}
      onSelect={() => onChange(person)}
      {...more}
    />
  );
  return (
    <Command label="Assign to" loop filter={finds}>
      <div className="flex items-center gap-2 border-b px-3">
        <Search aria-hidden className="size-3.5 shrink-0 text-faint" />
        <Command.Input
          value={text}
          onValueChange={(next) => {
            setText(next);
            onSearch?.(next);
          }}
          maxLength={mostCharacters}
          placeholder="Assign to …"
          aria-label="Find a person or group"
          className="h-8 min-w-0 flex-1 outline-none"
        />
      </div>
      <Command.List className="max-h-72 overflow-y-auto p-1">
        {me === undefined ? null : choice(me, { hint: 'me' })}
        <Command.Item value="Nobody, unassign" onSelect={() => onChange(null)} className={row}>
          <Check aria-hidden className={clsx('size-3.5 shrink-0 text-accent', value !== null && 'invisible')} />
          Nobody
        </Command.Item>
        {colleagues.map((person) => choice(person))}
        <Section heading="Groups">{groups.map((group) => choice(group))}</Section>
        <Section heading="Others in the queue">{elsewhere.map((other) => choice(other))}</Section>
        <Section heading="Other groups of the directory">
          {named.map((group) => choice(group, { foundBy: typed }))}
        </Section>
        {typed === '' || typedIsListed ? null : (
          <TypedName text={typed} onSelect={() => onChange({ name: typed, displayName: null, objectId: null })} />
        )}
      </Command.List>
      <Lack {...props} />
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
