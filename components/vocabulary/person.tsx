/** Somebody an incident is assigned to, or nobody. `<PersonName person={incident.assignee} me={session.me} />` */
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Assignee } from '@/lib/domain/incident/incident';

export function PersonName({ person, me }: { person: Assignee | null; me?: Assignee | undefined }) {
  if (person === null) return <span className="text-faint">Unassigned</span>;
  const isMe = me !== undefined && me.name.toLowerCase() === person.name.toLowerCase();
  return (
    <span className="truncate" title={person.name}>
      <UntrustedText text={person.displayName ?? person.name} />
      {isMe ? <span className="text-faint"> (you)</span> : null}
    </span>
  );
}
