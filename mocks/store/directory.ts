/** Who can be asked for in Entra ID, as far as the tenant's APIs need to know: people and groups. */
import type { SentinelOwner } from '@/lib/wire/sentinel/incident';
import { createGroups, type Group } from '@/mocks/company/groups';
import type { Person } from '@/mocks/company/people';

export type { Group, Person };

export type Directory = {
  people: readonly Person[];
  groups: readonly Group[];
  byUpn(upn: string): Person | undefined;
  byObjectId(id: string): Person | undefined;
  groupById(id: string): Group | undefined;
  /** A Sentinel owner filled in from what is known: the service does the same when a PUT names only an object id. */
  ownerOf(person: Person): Required<SentinelOwner>;
  /** The owner with this object id, whether it is a person's or a group's. */
  ownerById(id: string): Required<SentinelOwner> | undefined;
  /** The same by a UPN, or a group's address or name: all that Defender keeps of an owner is such a text. */
  ownerNamed(name: string): Required<SentinelOwner> | undefined;
};

function ownerOf(person: Person): Required<SentinelOwner> {
  return {
    objectId: person.objectId,
    email: person.upn,
    assignedTo: person.displayName,
    userPrincipalName: person.upn,
    ownerType: 'User',
  };
}

/** Groups have no UPN. */
function ownerOfGroup(group: Group): Required<SentinelOwner> {
  return {
    objectId: group.objectId,
    email: group.mail,
    assignedTo: group.displayName,
    userPrincipalName: null,
    ownerType: 'Group',
  };
}

export function createDirectory(people: readonly Person[]): Directory {
  const groups = createGroups(people);
  const byUpn = new Map(people.map((person) => [person.upn.toLowerCase(), person]));
  const byObjectId = new Map(people.map((person) => [person.objectId.toLowerCase(), person]));
  const groupById = new Map(groups.map((group) => [group.objectId.toLowerCase(), group]));
  const groupByName = new Map(
    groups.flatMap((group) =>
      [group.displayName, group.mail ?? ''].map((name) => [name.toLowerCase(), group] as const),
    ),
  );
  const owner = (person: Person | undefined, group: Group | undefined) =>
    person ? ownerOf(person) : group && ownerOfGroup(group);
  return {
    people,
    groups,
    byUpn: (upn) => byUpn.get(upn.toLowerCase()),
    byObjectId: (id) => byObjectId.get(id.toLowerCase()),
    groupById: (id) => groupById.get(id.toLowerCase()),
    ownerOf,
    ownerById: (id) => owner(byObjectId.get(id.toLowerCase()), groupById.get(id.toLowerCase())),
    ownerNamed: (name) =>
      name === '' ? undefined : owner(byUpn.get(name.toLowerCase()), groupByName.get(name.toLowerCase())),
  };
}
