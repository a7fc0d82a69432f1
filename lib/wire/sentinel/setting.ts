/** What of Sentinel's analytics is switched on in the workspace. Preview versions only. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { optionalBoolean, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armResource } from '@/lib/wire/sentinel/arm';

/** `SettingKind`; a setting's name is its kind. */
export const sentinelSettingKinds = ['Anomalies', 'EyesOn', 'EntityAnalytics', 'Ueba'] as const;
export type SentinelSettingKind = (typeof sentinelSettingKinds)[number];

const properties = {
  /** Anomalies and EyesOn; read-only. */
  isEnabled: optionalBoolean,
  /** EntityAnalytics: ActiveDirectory, AzureActiveDirectory. */
  entityProviders: optionalTexts,
  /** Ueba: AuditLogs, AzureActivity, SecurityEvent, SigninLogs. */
  dataSources: optionalTexts,
};

/** https://learn.microsoft.com/rest/api/securityinsights/product-settings */
export const sentinelSetting = openObject({
  ...armResource,
  etag: armEtag,
  kind: closedEnum(sentinelSettingKinds),
  properties: openObject(properties),
});
export type SentinelSetting = z.infer<typeof sentinelSetting>;

/** All of them at once: this list has no pages. */
export const sentinelSettingList = openObject({ value: z.array(sentinelSetting) });

/** The body of PUT settings/{name}. Anomalies and EyesOn have nothing to write. */
export const sentinelSettingRequest = openObject({
  etag: armEtag,
  kind: closedEnum(sentinelSettingKinds),
  properties: z.object({
    entityProviders: z.array(z.enum(['ActiveDirectory', 'AzureActiveDirectory'])).nullish(),
    dataSources: z.array(z.enum(['AuditLogs', 'AzureActivity', 'SecurityEvent', 'SigninLogs'])).nullish(),
  }),
});
export type SentinelSettingRequest = z.infer<typeof sentinelSettingRequest>;
