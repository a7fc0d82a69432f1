/** An indicator of threat intelligence as Azure Resource Manager sends it. */
import type { SentinelIndicator, SentinelIndicatorFields } from '@/lib/wire/sentinel/threat-intelligence';
import { etagOf, sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import { observableOf } from '@/mocks/store/faces/threat-intelligence-rows';
import type { Shelved } from '@/mocks/store/shelf';

export function sentinelIndicatorFace(record: Shelved<SentinelIndicatorFields>): SentinelIndicator {
  const { fields } = record;
  const observable = observableOf(fields.pattern ?? '');
  return {
    id: sentinelResourceId('threatIntelligence/main/indicators', record.name),
    name: record.name,
    etag: etagOf(record.revision, record.updatedAt),
    type: 'Microsoft.SecurityInsights/threatIntelligence',
    kind: 'indicator',
    properties: {
      ...fields,
      confidence: fields.confidence ?? 0,
      revoked: fields.revoked ?? false,
      externalId: `indicator--${record.name}`,
      created: record.createdAt,
      modified: record.updatedAt,
      lastUpdatedTimeUtc: record.updatedAt,
      createdByRef: fields.createdByRef ?? record.createdBy.email ?? record.createdBy.name,
      parsedPattern: observable
        ? [
            {
              patternTypeKey: observable.type,
              patternTypeValues: [{ valueType: `${observable.type}:${observable.path}`, value: observable.value }],
            },
          ]
        : [],
    },
  };
}
