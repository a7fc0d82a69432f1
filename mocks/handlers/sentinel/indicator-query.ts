/** What indicators can be narrowed and sorted by: the criteria of queryIndicators and `$orderby`. */
import type { SentinelIndicatorFields, SentinelIndicatorQuery } from '@/lib/wire/sentinel/threat-intelligence';
import type { FilterFields } from '@/mocks/handlers/manners/odata/filter';
import { type Order, orderOf } from '@/mocks/handlers/manners/odata/order';
import type { Shelved } from '@/mocks/store/shelf';

type Indicator = Shelved<SentinelIndicatorFields>;

export const indicatorFields: FilterFields<Indicator> = {
  'properties/lastUpdatedTimeUtc': { type: 'time', read: (record) => record.updatedAt },
  'properties/created': { type: 'time', read: (record) => record.createdAt },
  'properties/validFrom': { type: 'time', read: (record) => record.fields.validFrom },
  'properties/validUntil': { type: 'time', read: (record) => record.fields.validUntil },
  'properties/confidence': { type: 'number', read: (record) => record.fields.confidence },
  'properties/displayName': { type: 'text', read: (record) => record.fields.displayName },
  'properties/source': { type: 'text', read: (record) => record.fields.source },
};

const oneOf = (wanted: readonly string[] | null | undefined, values: readonly (string | null | undefined)[]): boolean =>
  !wanted?.length || values.some((value) => wanted.some((one) => one.toLowerCase() === value?.toLowerCase()));

export function indicatorTest(asked: SentinelIndicatorQuery, now: string): (record: Indicator) => boolean {
  const keywords = (asked.keywords ?? []).map((word) => word.toLowerCase());
  return ({ name, fields }) => {
    const confidence = fields.confidence ?? 0;
    const until = fields.validUntil || null;
    const untilMs = until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
    const disabled = fields.revoked === true || untilMs <= Date.parse(now);
    const text = `${fields.displayName ?? ''} ${fields.description ?? ''} ${fields.pattern ?? ''}`.toLowerCase();
    return (
      confidence >= (asked.minConfidence ?? 0) &&
      confidence <= (asked.maxConfidence ?? 100) &&
      (!asked.minValidUntil || untilMs >= Date.parse(asked.minValidUntil)) &&
      (!asked.maxValidUntil || untilMs <= Date.parse(asked.maxValidUntil)) &&
      (asked.includeDisabled !== false || !disabled) &&
      oneOf(asked.sources, [fields.source]) &&
      oneOf(asked.patternTypes, [fields.patternType]) &&
      oneOf(asked.threatTypes, fields.threatTypes ?? []) &&
      oneOf(asked.ids, [name]) &&
      keywords.every((word) => text.includes(word))
    );
  };
}

export function sortOf({ sortBy }: SentinelIndicatorQuery): Order<Indicator> {
  const keys = (sortBy ?? [])
    .filter(({ sortOrder }) => sortOrder !== 'unsorted')
    .map(({ itemKey, sortOrder }) => `properties/${itemKey} ${sortOrder === 'descending' ? 'desc' : 'asc'}`);
  return orderOf(keys.length > 0 ? keys.join(',') : null, indicatorFields, 'properties/lastUpdatedTimeUtc desc');
}
