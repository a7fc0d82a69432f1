/** Who works here and where: answers of the directory, kept for a while because they change by the week. */
import type { Clock } from '@/lib/base/clock';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { Session } from '@/lib/domain/session/session';
import { remembered } from '@/lib/hub/remembered';
import { readSession, type SessionOptions } from '@/lib/hub/session';
import { findUser, securityPeople } from '@/lib/hub/user';
import type { Store } from '@/lib/store/store';

export type Directory = {
  /** The analyst at this console; until the directory has answered the bare UPN, because no act may wait for it. */
  me(): Assignee;
  assignable(): Promise<Assignee[]>;
  session(): Promise<Session>;
};

export type DirectoryOptions = SessionOptions & { clock: Clock; department: string; store: Store };

const ttlMs = 10 * 60_000;

export function createDirectory({ api, workspace, user, department, clock, store }: DirectoryOptions): Directory {
  const keep = (name: string) => ({ name, ttlMs, nowMs: clock.now, marks: store.marks });
  const person = remembered(() => findUser(api, user), keep(`user ${user}`));
  const people = remembered(() => securityPeople(api, department), keep(`people of ${department}`));
  const session = remembered(
    () => readSession({ api, workspace, user }),
    keep(`session of ${user} in ${workspace.id}`),
  );
  let known: Assignee = { name: user, displayName: null, objectId: null };
  return {
    me() {
      person().then(
        (found) => {
          known = found;
        },
        (error: unknown) => console.warn('onequeue: the directory could not be read', error),
      );
      return known;
    },
    assignable: people,
    session,
  };
}
