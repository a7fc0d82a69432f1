/** What the kinds of entities are called, one and many. */
import type { EntityKind } from '@/lib/domain/entity/entity';

export const entityWords = {
  user: { one: 'User', many: 'Users' },
  device: { one: 'Device', many: 'Devices' },
  ip: { one: 'IP address', many: 'IP addresses' },
  url: { one: 'URL', many: 'URLs' },
  file: { one: 'File', many: 'Files' },
  process: { one: 'Process', many: 'Processes' },
  mailbox: { one: 'Mailbox', many: 'Mailboxes' },
  email: { one: 'Email', many: 'Emails' },
  cloudApplication: { one: 'Cloud application', many: 'Cloud applications' },
  azureResource: { one: 'Azure resource', many: 'Azure resources' },
  registry: { one: 'Registry entry', many: 'Registry entries' },
  other: { one: 'Other', many: 'Other' },
} as const satisfies Record<EntityKind, { one: string; many: string }>;
