/** How an owner travels: Defender keeps any text, Sentinel wants a directory object and fills in what it finds. */
import type { SentinelOwner } from '@/lib/wire/sentinel/incident';
import type { Directory } from '@/mocks/store/directory';
import { noOwner } from '@/mocks/store/records/sentinel-incident-record';

export function sentinelOwnerOf(assignedTo: string | null | undefined, directory: Directory): Required<SentinelOwner> {
  if (!assignedTo) return noOwner;
  const person = directory.byUpn(assignedTo);
  return person ? directory.ownerOf(person) : { ...noOwner, assignedTo, ownerType: 'Unknown' };
}

export function assignedToOf(owner: SentinelOwner): string | null {
  return owner.userPrincipalName || owner.email || owner.assignedTo || null;
}
