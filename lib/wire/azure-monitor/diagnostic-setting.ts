/** Where an Azure resource sends its logs. Without a setting it sends them nowhere. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armResource } from '@/lib/wire/sentinel/arm';

/** The only api-version that describes logs by category group. */
export const diagnosticSettingsApiVersion = '2021-05-01-preview';

/** One category, or a group of them (`audit`, `allLogs`), never both. */
const log = openObject({ category: optionalText, categoryGroup: optionalText, enabled: z.boolean() });
const metric = openObject({ category: optionalText, enabled: z.boolean(), timeGrain: optionalText });

const properties = {
  storageAccountId: optionalText,
  eventHubAuthorizationRuleId: optionalText,
  eventHubName: optionalText,
  /** ARM id of the workspace; letters count in any case. */
  workspaceId: optionalText,
  /** `Dedicated` for tables of their own; null is `AzureDiagnostics`. */
  logAnalyticsDestinationType: optionalText,
  logs: z.array(log).nullish(),
  metrics: z.array(metric).nullish(),
};

/** https://learn.microsoft.com/rest/api/monitor/diagnostic-settings */
export const azureDiagnosticSetting = openObject({ ...armResource, properties: openObject(properties) });
export type AzureDiagnosticSetting = z.infer<typeof azureDiagnosticSetting>;

/** All of a resource's settings at once: this list has no pages. */
export const azureDiagnosticSettingList = openObject({ value: z.array(azureDiagnosticSetting) });

/** The body of PUT diagnosticSettings/{name}. */
export const azureDiagnosticSettingRequest = openObject({ properties: z.object(properties) });

/** What a PUT sets. Whatever it leaves out is gone afterwards: a PUT replaces the whole setting. */
export type AzureDiagnosticSettingFields = z.infer<typeof azureDiagnosticSettingRequest>['properties'];
