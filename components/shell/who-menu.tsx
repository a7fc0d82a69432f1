/** Who the console takes you for, and, where it was started for trying out, somebody else to be. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { CircleUserRound } from 'lucide-react';
import { noticeStore } from '@/components/shell/notice-store';
import { Picker } from '@/components/ui/picker';
import { Popover } from '@/components/ui/popover';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Assignee } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';
import { peopleQueries } from '@/lib/queries/people';
import { becomeUser, sessionQueries } from '@/lib/queries/session';

function nameOf({ displayName, name }: Assignee): string {
  return visibleText(displayName ?? name);
}

function People({ me }: { me: Assignee }) {
  const { data: people, error } = useQuery(peopleQueries.assignable());
  if (error !== null) return <p className="p-3 text-danger">The directory could not be read: {error.message}</p>;
  if (people === undefined) return <p className="p-3 text-muted">Reading the directory …</p>;
  return (
    <Picker
      label="People"
      options={people.map((person) => ({ value: person.name, label: nameOf(person) }))}
      chosen={[me.name]}
      onChoose={(name) => {
        // They were about somebody else's incidents.
        noticeStore.clear();
        becomeUser(name);
      }}
      footer={<p className="px-2 py-1 text-faint text-small">For trying out. The page is loaded anew.</p>}
    />
  );
}

const className = 'inline-flex h-7 min-w-7 items-center justify-center gap-1.5 rounded px-1.5 text-muted';

export function WhoMenu() {
  const { data: session } = useQuery(sessionQueries.current());
  if (session === undefined) return null;
  const { me, canSwitchUser } = session;
  const face = (
    <>
      <CircleUserRound aria-hidden className="size-4 shrink-0" />
      <span className="max-w-32 truncate max-xl:sr-only">
        <span className="sr-only">Signed in as </span>
        <UntrustedText text={me.displayName ?? me.name} />
      </span>
    </>
  );
  if (!canSwitchUser)
    return (
      <span className={className} title={`Signed in as ${nameOf(me)}, ${visibleText(me.name)}`}>
        {face}
      </span>
    );
  return (
    <Popover
      label="Signed in as"
      align="end"
      className="p-0"
      trigger={
        <button type="button" className={`${className} hover:bg-hover hover:text-ink`}>
          {face}
        </button>
      }
    >
      <People me={me} />
    </Popover>
  );
}
