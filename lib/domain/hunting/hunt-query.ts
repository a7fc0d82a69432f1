/**
 * Queries that an incident suggests: one over its window and the people, devices and addresses in it, and one per entity.
 * They are starting points that the analyst reads and changes, so they are laid out as one would write them.
 */
import type { AlertWindow } from '@/lib/domain/alert/alert-window';
import type { Entity, EntityKind } from '@/lib/domain/entity/entity';
import { kqlList, kqlString } from '@/lib/domain/hunting/kql-text';

/** More names than this make a query that nobody reads; the analyst can add the others. */
const mostNames = 20;

type Named = Pick<Entity, 'kind' | 'label' | 'facts'>;

function labels(entities: readonly Named[], kind: EntityKind): string[] {
  return [...new Set(entities.filter((entity) => entity.kind === kind).map((entity) => entity.label))].slice(
    0,
    mostNames,
  );
}

const bounds = (window: AlertWindow) => [
  `let windowStart = datetime(${window.start});`,
  `let windowEnd = datetime(${window.end});`,
];

/** What the incident's users and devices did in its window; its addresses when it names neither; its alerts when it names nothing. */
export function windowQuery(window: AlertWindow, entities: readonly Named[]): string {
  const users = labels(entities, 'user');
  const devices = labels(entities, 'device');
  const addresses = labels(entities, 'ip');
  if (users.length === 0 && devices.length === 0 && addresses.length === 0) {
    return [
      ...bounds(window),
      'AlertInfo',
      '| where Timestamp between (windowStart .. windowEnd)',
      '| project Timestamp, Title, Severity, ServiceSource, AlertId',
      '| sort by Timestamp asc',
    ].join('\n');
  }
  const tables = [
    ...(users.length > 0 || devices.length === 0
      ? ['CloudAppEvents', 'IdentityLogonEvents', 'AADSignInEventsBeta']
      : []),
    ...(devices.length > 0 ? ['DeviceProcessEvents', 'DeviceNetworkEvents', 'DeviceLogonEvents'] : []),
  ];
  const conditions = [
    ...(users.length > 0 ? [`AccountUpn in~ ${kqlList(users)}`] : []),
    ...(devices.length > 0 ? [`DeviceName in~ ${kqlList(devices)}`] : []),
    ...(users.length === 0 && devices.length === 0 ? [`IPAddress in ${kqlList(addresses)}`] : []),
  ];
  const about =
    users.length > 0 || devices.length === 0 ? ['AccountUpn', 'Application', 'IPAddress', 'Country'] : ['AccountUpn'];
  return [
    ...bounds(window),
    `union ${tables.join(', ')}`,
    '| where Timestamp between (windowStart .. windowEnd)',
    `| where ${conditions.join('\n    or ')}`,
    `| project Timestamp, ActionType, ${[...about, 'DeviceName'].join(', ')}`,
    '| sort by Timestamp asc',
  ].join('\n');
}

type Draft = { tables: string; time: 'Timestamp' | 'TimeGenerated'; where: string };

function fact(entity: Named, pattern: RegExp): string | null {
  return entity.facts.find((candidate) => pattern.test(candidate.name))?.value ?? null;
}

/** The ARM id where the entity carries one, else its name. */
function resourceName(entity: Named): string {
  return fact(entity, /(^|\.)resourceId$/iu) ?? entity.label;
}

const drafts: Record<EntityKind, ((entity: Named) => Draft) | null> = {
  user: ({ label }) => ({
    tables: 'union CloudAppEvents, IdentityLogonEvents, AADSignInEventsBeta',
    time: 'Timestamp',
    where: `AccountUpn =~ ${kqlString(label)}`,
  }),
  device: ({ label }) => ({
    tables: 'union DeviceProcessEvents, DeviceNetworkEvents, DeviceLogonEvents',
    time: 'Timestamp',
    where: `DeviceName =~ ${kqlString(label)}`,
  }),
  ip: ({ label }) => ({
    tables: 'union CloudAppEvents, IdentityLogonEvents, AADSignInEventsBeta, DeviceNetworkEvents',
    time: 'Timestamp',
    where: `IPAddress == ${kqlString(label)} or RemoteIP == ${kqlString(label)}`,
  }),
  url: ({ label }) => ({ tables: 'UrlClickEvents', time: 'Timestamp', where: `Url has ${kqlString(label)}` }),
  file: (entity) => {
    const hash = fact(entity, /(^|\.)(sha256|hashValue)$/iu);
    return {
      tables: 'union DeviceFileEvents, DeviceProcessEvents',
      time: 'Timestamp',
      where: hash === null ? `FileName =~ ${kqlString(entity.label)}` : `SHA256 =~ ${kqlString(hash)}`,
    };
  },
  process: ({ label }) => ({
    tables: 'DeviceProcessEvents',
    time: 'Timestamp',
    where: `ProcessCommandLine has ${kqlString(label)} or FileName =~ ${kqlString(label)}`,
  }),
  mailbox: ({ label }) => ({
    tables: 'EmailEvents',
    time: 'Timestamp',
    where: `RecipientEmailAddress =~ ${kqlString(label)}`,
  }),
  email: (entity) => {
    const id = fact(entity, /^networkMessageId$/iu);
    return {
      tables: 'EmailEvents',
      time: 'Timestamp',
      where: id === null ? `Subject == ${kqlString(entity.label)}` : `NetworkMessageId == ${kqlString(id)}`,
    };
  },
  cloudApplication: ({ label }) => ({
    tables: 'CloudAppEvents',
    time: 'Timestamp',
    where: `Application =~ ${kqlString(label)}`,
  }),
  azureResource: (entity) => ({
    tables: 'union AzureActivity, AzureDiagnostics',
    time: 'TimeGenerated',
    where: `ResourceId has ${kqlString(resourceName(entity))}`,
  }),
  registry: ({ label }) => ({
    tables: 'DeviceRegistryEvents',
    time: 'Timestamp',
    where: `RegistryKey has ${kqlString(label)}`,
  }),
  other: null,
};

/** Everything about one entity in the window, oldest first; null for a kind that no table is about. */
export function entityQuery(entity: Named, window: AlertWindow | null): string | null {
  const draft = drafts[entity.kind]?.(entity);
  if (draft === undefined) return null;
  return [
    ...(window === null ? [] : bounds(window)),
    draft.tables,
    ...(window === null ? [] : [`| where ${draft.time} between (windowStart .. windowEnd)`]),
    `| where ${draft.where}`,
    `| sort by ${draft.time} asc`,
  ].join('\n');
}
