/** Indicators of threat intelligence that the workspace matches its logs with. STIX patterns, one observable each. */
import { z } from 'zod';
import { optionalBoolean, optionalDictionary, optionalNumber, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';

/** Times are text without a format in the specification: an indicator without an end has an empty one. */
const written = {
  source: optionalText,
  threatIntelligenceTags: optionalTexts,
  displayName: optionalText,
  description: optionalText,
  indicatorTypes: optionalTexts,
  /** `[ipv4-addr:value = '198.51.100.7']` */
  pattern: optionalText,
  /** The observable's type: `ipv4-addr`, `domain-name`, `url`, `file` … */
  patternType: optionalText,
  patternVersion: optionalText,
  threatTypes: optionalTexts,
  /** 0 to 100. */
  confidence: optionalNumber,
  revoked: optionalBoolean,
  validFrom: optionalText,
  validUntil: optionalText,
  createdByRef: optionalText,
  labels: optionalTexts,
  killChainPhases: z.array(openObject({ killChainName: optionalText, phaseName: optionalText })).nullish(),
  externalReferences: z.array(z.record(z.string(), z.unknown())).nullish(),
  granularMarkings: z.array(z.record(z.string(), z.unknown())).nullish(),
  extensions: optionalDictionary,
};

/** https://learn.microsoft.com/rest/api/securityinsights/threat-intelligence-indicator */
export const sentinelIndicator = openObject({
  ...armResource,
  etag: armEtag,
  kind: z.literal('indicator'),
  properties: openObject({
    ...written,
    externalId: optionalText,
    created: optionalText,
    modified: optionalText,
    lastUpdatedTimeUtc: optionalText,
    parsedPattern: z
      .array(
        openObject({
          patternTypeKey: optionalText,
          patternTypeValues: z.array(openObject({ valueType: optionalText, value: optionalText })).nullish(),
        }),
      )
      .nullish(),
  }),
});
export type SentinelIndicator = z.infer<typeof sentinelIndicator>;

/** A page of `ThreatIntelligenceIndicators_List`, and of `ThreatIntelligenceIndicator_QueryIndicators`. */
export const sentinelIndicatorList = armList(sentinelIndicator);

const requestProperties = z.object(written);
export type SentinelIndicatorFields = z.infer<typeof requestProperties>;

/** The body of POST createIndicator and of PUT indicators/{name}. */
export const sentinelIndicatorRequest = openObject({
  etag: armEtag,
  kind: z.literal('indicator'),
  properties: requestProperties,
});
export type SentinelIndicatorRequest = z.infer<typeof sentinelIndicatorRequest>;

/** The body of appendTags. */
export const sentinelIndicatorTags = openObject({ threatIntelligenceTags: z.array(z.string()) });

/** The body of queryIndicators: whatever is left out doesn't narrow. */
export const sentinelIndicatorQuery = openObject({
  pageSize: optionalNumber,
  minConfidence: optionalNumber,
  maxConfidence: optionalNumber,
  minValidUntil: optionalText,
  maxValidUntil: optionalText,
  includeDisabled: optionalBoolean,
  sortBy: z.array(openObject({ itemKey: z.string(), sortOrder: optionalText })).nullish(),
  sources: optionalTexts,
  patternTypes: optionalTexts,
  threatTypes: optionalTexts,
  ids: optionalTexts,
  keywords: optionalTexts,
  skipToken: optionalText,
});
export type SentinelIndicatorQuery = z.infer<typeof sentinelIndicatorQuery>;

const metric = z.array(openObject({ metricName: z.string(), metricValue: z.number() }));

/** GET metrics: how many indicators, counted three ways. */
export const sentinelIndicatorMetrics = openObject({
  value: z.array(
    openObject({
      properties: openObject({
        lastUpdatedTimeUtc: optionalText,
        threatTypeMetrics: metric,
        patternTypeMetrics: metric,
        sourceMetrics: metric,
      }),
    }),
  ),
});
export type SentinelIndicatorMetrics = z.infer<typeof sentinelIndicatorMetrics>;
