/** The evidence that a custom detection's entity mappings find in a row. */
import type { GraphDetectionAction } from '@/lib/wire/graph-security/detection-rule';
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';
import type { SentinelMappedEntity } from '@/lib/wire/sentinel/alert-rule-parts';
import { type AnswerRow, cellText } from '@/mocks/cloud/detection/answer-rows';
import { detectedEvidence } from '@/mocks/store/detected-evidence';
import type { Store } from '@/mocks/store/store';

type Mappings = NonNullable<NonNullable<GraphDetectionAction['alertTemplate']>['entityMappings']>;
type Kind = { of: keyof Mappings; entity: SentinelMappedEntity; identifiers: Record<string, string> };

/** Graph's mappings and the identifiers they give, in the words of the entities' reference. */
const kinds: readonly Kind[] = [
  {
    of: 'accounts',
    entity: 'Account',
    identifiers: {
      upnColumn: 'FullName',
      nameColumn: 'Name',
      upnSuffixColumn: 'UPNSuffix',
      aadUserIdColumn: 'AadUserId',
      sidColumn: 'Sid',
    },
  },
  {
    of: 'hosts',
    entity: 'Host',
    identifiers: { nameColumn: 'FullName', deviceIdColumn: 'MdeDeviceId', netBiosNameColumn: 'NetBiosName' },
  },
  { of: 'ips', entity: 'IP', identifiers: { addressColumn: 'Address' } },
  { of: 'urls', entity: 'URL', identifiers: { urlColumn: 'Url' } },
  { of: 'mailboxes', entity: 'Mailbox', identifiers: { primaryAddressColumn: 'MailboxPrimaryAddress' } },
  { of: 'files', entity: 'File', identifiers: { nameColumn: 'Name', sha256Column: 'Value' } },
  { of: 'azureResources', entity: 'AzureResource', identifiers: { resourceIdColumn: 'ResourceId' } },
  { of: 'cloudApplications', entity: 'CloudApplication', identifiers: { nameColumn: 'Name', appIdColumn: 'AppId' } },
];

/** Of the columns that are mapped and have a value in this row. */
function identifiersOf(mapping: object, { identifiers }: Kind, row: AnswerRow): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([property, column]) => {
      const identifier = identifiers[property];
      const value = cellText(row[String(column)]);
      return identifier && value !== '' ? [[identifier, value]] : [];
    }),
  );
}

export function detectionEntities(
  store: Store,
  mappings: Mappings | null | undefined,
  row: AnswerRow,
  at: number,
): GraphEvidence[] {
  return kinds.flatMap((kind) =>
    (mappings?.[kind.of] ?? []).flatMap((mapping) => {
      const named = identifiersOf(mapping, kind, row);
      return Object.keys(named).length === 0 ? [] : (detectedEvidence(store, kind.entity, named, at) ?? []);
    }),
  );
}
