/** Who works here and where: answers of the directory, kept for a while because they change by the week. */
import type { Clock } from '@/lib/base/clock';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { Workplace } from '@/lib/domain/session/session';
import { findGroups, workingGroups } from '@/lib/hub/people/group';
import { findUser, securityPeople } from '@/lib/hub/people/user';
import { readWorkplace, type WorkplaceOptions } from '@/lib/hub/people/workplace';
import { remembered } from '@/lib/hub/remembered';
import type { Store } from '@/lib/store/store';

export type Directory = {
  /** Whoever has this UPN; until the directory has answered the bare UPN, because no act may wait for it. */
  person(upn: string): Assignee;
  /** The same, when the answer may be waited for. */
  lookUp(upn: string): Promise<Assignee>;
  assignable(): Promise<Assignee[]>;
  /** Groups that work on incidents. */
  assignableGroups(): Promise<Assignee[]>;
  /** Those of them that this person is in; none while groups cannot be read, which nobody has to wait or stop for. */
  groupsOf(person: Assignee): Promise<Assignee[]>;
  /** Any groups of the directory with words that begin like these. */
  findGroups(words: string): Promise<Assignee[]>;
  workplace(): Promise<Workplace>;
};

/** `department` is the directory's word for the people whom incidents can be assigned to. */
export type DirectoryOptions = WorkplaceOptions & {
  clock: Clock;
  department: string;
  /** Words in the names of the groups that work on incidents; `SOC` where nothing else is said. */
  groupWords?: string;
  store: Store;
};

const ttlMs = 10 * 60_000;
const usualGroupWords = 'SOC';
/** People who act here at the same time; a proxy that makes up names must not fill the memory. */
const mostPeople = 1_000;

/** Answers are kept for ten minutes and, for a Microsoft that is away, in the store. */
export function createDirectory(options: DirectoryOptions): Directory {
  const { api, workspace, department, groupWords = usualGroupWords, clock, store } = options;
  const keep = (name: string) => ({ name, ttlMs, nowMs: clock.now, marks: store.marks });
  const people = remembered(() => securityPeople(api, department), keep(`people of ${department}`));
  const groups = remembered(() => workingGroups(api, groupWords), keep(`groups of ${groupWords}`));
  const workplace = remembered(() => readWorkplace({ api, workspace }), keep(`workplace ${workspace.id}`));
  const askers = new Map<string, () => Promise<Assignee>>();
  const known = new Map<string, Assignee>();

  async function lookUp(upn: string): Promise<Assignee> {
    const name = upn.toLowerCase();
    const asker = askers.get(name) ?? remembered(() => findUser(api, upn), keep(`user ${name}`));
    if (askers.size < mostPeople) askers.set(name, asker);
    const found = await asker();
    if (known.size < mostPeople) known.set(name, found);
    return found;
  }

  return {
    person(upn) {
      lookUp(upn).catch((error: unknown) => console.warn('onequeue: the directory could not be read', error));
      return known.get(upn.toLowerCase()) ?? { name: upn, displayName: null, objectId: null };
    },
    lookUp,
    assignable: people,
    assignableGroups: async () => (await groups()).map(({ group }) => group),
    groupsOf: async ({ objectId }) => {
      if (objectId === null) return [];
      const known = await groups().catch((error: unknown) => {
        console.warn('onequeue: the groups of this console could not be read', error);
        return [];
      });
      return known.filter(({ members }) => members.includes(objectId.toLowerCase())).map(({ group }) => group);
    },
    findGroups: (words) => findGroups(api, words),
    workplace,
  };
}
