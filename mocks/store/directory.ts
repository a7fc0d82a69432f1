/** Who can be asked for in Entra ID, as far as the tenant's APIs need to know. */
import type { SentinelOwner } from '@/lib/wire/sentinel/incident';
import type { Person } from '@/mocks/company/people';

export type { Person };

export type Directory = {
  people: readonly Person[];
  byUpn(upn: string): Person | undefined;
  byObjectId(id: string): Person | undefined;
  /** A Sentinel owner filled in from what is known: the service does the same when a PUT names only an object id. */
  ownerOf(person: Person): Required<SentinelOwner>;
};

export function createDirectory(people: readonly Person[]): Directory {
  const byUpn = new Map(people.map((person) => [person.upn.toLowerCase(), person]));
  const byObjectId = new Map(people.map((person) => [person.objectId.toLowerCase(), person]));
  return {
    people,
    byUpn: (upn) => byUpn.get(upn.toLowerCase()),
    byObjectId: (id) => byObjectId.get(id.toLowerCase()),
    ownerOf: (person) => ({
      objectId: person.objectId,
      email: person.upn,
      assignedTo: person.displayName,
      userPrincipalName: person.upn,
      ownerType: 'User',
    }),
  };
}
