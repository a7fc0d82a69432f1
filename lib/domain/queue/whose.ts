/** Who has a row of a queue, as seen by whoever looks: oneself, a group that one is in, somebody else or nobody. */
import type { Assignee } from '@/lib/domain/incident/incident';
import { assigneeNames } from '@/lib/domain/incident/same-field';

/** The nearest to whoever looks first. */
export const whoseValues = ['me', 'group', 'others', 'nobody'] as const;
export type WhoseValue = (typeof whoseValues)[number];

/** Whoever looks at the queue. */
export type Beholder = {
  /** UPN of who looks. */
  me: string | null;
  /** Groups of the directory that whoever looks is in; undefined while nobody knows. */
  groups?: readonly Assignee[] | undefined;
};

export type Whose = {
  of: (assignee: Assignee | null) => WhoseValue;
  /** The group of mine that has it; undefined when none does, or I have it myself. */
  groupOf: (assignee: Assignee | null) => Assignee | undefined;
};

/** Made once per beholder, not per row. A group is known by its id, or by a name of it where Defender keeps no more. */
export function whoseFor({ me, groups = [] }: Beholder): Whose {
  const mine = new Map(
    groups.flatMap((group) => assigneeNames(group).map((name): [string, Assignee] => [name, group])),
  );
  const myName = me?.toLowerCase();
  const isMe = (assignee: Assignee) => assignee.name.toLowerCase() === myName;
  const groupOf: Whose['groupOf'] = (assignee) => {
    if (assignee === null || mine.size === 0 || isMe(assignee)) return undefined;
    for (const name of assigneeNames(assignee)) {
      const group = mine.get(name);
      if (group !== undefined) return group;
    }
    return undefined;
  };
  return {
    of: (assignee) => {
      if (assignee === null) return 'nobody';
      if (isMe(assignee)) return 'me';
      return groupOf(assignee) === undefined ? 'others' : 'group';
    },
    groupOf,
  };
}
