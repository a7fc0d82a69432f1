/** Who works here and where: answers of the directory, kept for a while because they change by the week. */
import type { Clock } from '@/lib/base/clock';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { Workplace } from '@/lib/domain/session/session';
import { remembered } from '@/lib/hub/remembered';
import { findUser, securityPeople } from '@/lib/hub/user';
import { readWorkplace, type WorkplaceOptions } from '@/lib/hub/workplace';
import type { Store } from '@/lib/store/store';

export type Directory = {
  /** Whoever has this UPN; until the directory has answered the bare UPN, because no act may wait for it. */
  person(upn: string): Assignee;
  /** The same, when the answer may be waited for. */
  lookUp(upn: string): Promise<Assignee>;
  assignable(): Promise<Assignee[]>;
  workplace(): Promise<Workplace>;
};

export type DirectoryOptions = WorkplaceOptions & { clock: Clock; department: string; store: Store };

const ttlMs = 10 * 60_000;
/** People who act here at the same time; a proxy that makes up names must not fill the memory. */
const mostPeople = 1_000;

export function createDirectory({ api, workspace, department, clock, store }: DirectoryOptions): Directory {
  const keep = (name: string) => ({ name, ttlMs, nowMs: clock.now, marks: store.marks });
  const people = remembered(() => securityPeople(api, department), keep(`people of ${department}`));
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
    workplace,
  };
}
