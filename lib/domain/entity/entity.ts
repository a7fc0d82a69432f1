/** What an incident is about. A union of few kinds that analysts name; everything rarer arrives as `other` with its fields. */

/** In the order in which pages list them. */
export const entityKinds = [
  'user',
  'device',
  'ip',
  'url',
  'file',
  'process',
  'mailbox',
  'email',
  'cloudApplication',
  'azureResource',
  'registry',
  'other',
] as const;
export type EntityKind = (typeof entityKinds)[number];

export type Entity = {
  kind: EntityKind;
  /** Same value, same entity: lower-case UPN, device id, address, SHA-256, ARM id … prefixed by kind. */
  id: string;
  /** What to call it: a UPN, a device name, an address. Attacker-controlled text. */
  label: string;
  /** More about it as ordered name/value pairs, in Microsoft's property names. Attacker-controlled text. */
  facts: { name: string; value: string }[];
};

/** An entity of an incident with where it was seen. */
export type IncidentEntity = Entity & {
  alertIds: string[];
  roles: string[];
  verdict: 'malicious' | 'suspicious' | 'noThreatsFound' | 'unknown';
  remediation: string | null;
};
