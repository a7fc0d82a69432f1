/** Ids that make the same thing the same entity, whichever system or alert named it. */
import type { EntityKind } from '@/lib/domain/entity/entity';

/** `kind:value`, lower-case: names in Microsoft's systems ignore case, and hashes are written both ways. */
export function entityId(kind: EntityKind, value: string): string {
  return `${kind}:${value.trim().toLowerCase()}`;
}

/** The first text that is there. */
export function firstText(...texts: (string | number | null | undefined)[]): string | null {
  for (const text of texts) if (text !== null && text !== undefined && text !== '') return String(text);
  return null;
}

/** A user as a UPN where one can be made, else `domain\name`. */
export function accountLabel(parts: {
  upn?: string | null | undefined;
  name?: string | null | undefined;
  upnSuffix?: string | null | undefined;
  domain?: string | null | undefined;
}): string | null {
  if (parts.upn) return parts.upn;
  if (!parts.name) return null;
  if (parts.name.includes('@')) return parts.name;
  if (parts.upnSuffix) return `${parts.name}@${parts.upnSuffix}`;
  return parts.domain ? `${parts.domain}\\${parts.name}` : parts.name;
}

/** A device by its full DNS name where the domain is known. */
export function deviceLabel(host: string | null | undefined, dnsDomain: string | null | undefined): string | null {
  if (!host) return null;
  return dnsDomain && !host.includes('.') ? `${host}.${dnsDomain}` : host;
}

/** The last segment of an ARM id: the resource's own name. */
export function armName(resourceId: string | null | undefined): string | null {
  return resourceId?.split('/').findLast((segment) => segment !== '') ?? null;
}
