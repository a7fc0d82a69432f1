/** The analyst at this console. Signing in is not built yet: the console is one person's, named by its settings. */
import type { Api } from '@/lib/api/api';
import { odataString } from '@/lib/api/transport/url-parts';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { GraphUser } from '@/lib/wire/graph-directory/user';

/** `name` is the user principal name. */
export function assigneeFromUser(user: GraphUser): Assignee {
  return { name: user.userPrincipalName, displayName: user.displayName ?? null, objectId: user.id };
}

/** People whose department runs security operations; closed accounts are left out. */
export async function securityPeople(api: Api, department: string): Promise<Assignee[]> {
  const people: Assignee[] = [];
  for await (const page of api.graphDirectory.users.list({ filter: `department eq ${odataString(department)}` })) {
    people.push(...page.filter((user) => user.accountEnabled !== false).map(assigneeFromUser));
  }
  return people.sort((left, right) => (left.displayName ?? left.name).localeCompare(right.displayName ?? right.name));
}

/** The directory's entry of a UPN; a UPN that it does not know is still a name to sign with. */
export async function findUser(api: Api, upn: string): Promise<Assignee> {
  for await (const page of api.graphDirectory.users.list({ filter: `userPrincipalName eq ${odataString(upn)}` })) {
    const [user] = page;
    if (user !== undefined) return assigneeFromUser(user);
  }
  return { name: upn, displayName: null, objectId: null };
}
