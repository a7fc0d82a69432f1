/** Who an incident is assigned to: somebody, a group, or nobody. `<PersonName person={incident.assignee} me={session.me} />` */
import { Users } from 'lucide-react';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Assignee } from '@/lib/domain/incident/incident';

export function PersonName({ person, me }: { person: Assignee | null; me?: Assignee | undefined }) {
  if (person === null) return <span className="text-faint">Unassigned</span>;
  const isMe = me !== undefined && me.name.toLowerCase() === person.name.toLowerCase();
  const title = person.isGroup ? `Group ${person.name}` : person.name;
  const shown = person.displayName ?? person.name;
  if (!person.isGroup && !isMe) return <UntrustedText text={shown} title={title} className="truncate" />;
  return (
    <span className="truncate" title={title}>
      {person.isGroup ? (
        <>
          <Users aria-hidden className="mr-1 inline size-3.5 align-[-2px] text-muted" />
          <span className="sr-only">Group </span>
        </>
      ) : null}
      <UntrustedText text={shown} />
      {isMe ? <span className="text-faint"> (you)</span> : null}
    </span>
  );
}
