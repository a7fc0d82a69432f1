/** Who works here and where: answers of the directory, kept for a while because they change by the week. */
import type { Clock } from '@/lib/base/clock';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { Session } from '@/lib/domain/session/session';
import { remembered } from '@/lib/hub/remembered';
import { readSession, type SessionOptions } from '@/lib/hub/session';
import { findUser, securityPeople } from '@/lib/hub/user';

export type Directory = {
  /** The analyst at this console; until the directory has answered the bare UPN, because no act may wait for it. */
  me(): Assignee;
  assignable(): Promise<Assignee[]>;
  session(): Promise<Session>;
};

export type DirectoryOptions = SessionOptions & { clock: Clock; department: string };

const ttlMs = 10 * 60_000;

export function createDirectory({ api, workspace, user, department, clock }: DirectoryOptions): Directory {
  const person = remembered(() => findUser(api, user), ttlMs, clock.now);
  const people = remembered(() => securityPeople(api, department), ttlMs, clock.now);
  const session = remembered(() => readSession({ api, workspace, user }), ttlMs, clock.now);
  let known: Assignee = { name: user, displayName: null, objectId: null };
  return {
    me() {
      person.get().then(
        (found) => {
          known = found;
        },
        (error: unknown) => console.warn('onequeue: the directory could not be read', error),
      );
      return known;
    },
    assignable: () => people.get(),
    session: () => session.get(),
  };
}
