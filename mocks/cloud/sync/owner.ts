/**
 * How an owner travels: Defender keeps any text, Sentinel wants a directory object and fills in what it finds. Both let a
 * user or a group own an incident (https://learn.microsoft.com/defender-xdr/manage-incidents#assign-an-owner,
 * https://learn.microsoft.com/azure/sentinel/investigate-incidents). Which text a group becomes in Graph's `assignedTo`
 * is published nowhere: here its address, or its name where it has none, and both are understood on the way back.
 */
import type { SentinelOwner } from '@/lib/wire/sentinel/incident';
import type { Directory } from '@/mocks/store/directory';
import { noOwner } from '@/mocks/store/records/sentinel-incident-record';

export function sentinelOwnerOf(assignedTo: string | null | undefined, directory: Directory): Required<SentinelOwner> {
  if (!assignedTo) return noOwner;
  return directory.ownerNamed(assignedTo) ?? { ...noOwner, assignedTo, ownerType: 'Unknown' };
}

export function assignedToOf(owner: SentinelOwner): string | null {
  return owner.userPrincipalName || owner.email || owner.assignedTo || null;
}
