/** What Defender for Endpoint is to block, allow or warn of, by hash, address, domain or URL. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { optionalBoolean, optionalDateTime, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** `indicatorType`, in the order of Microsoft's page; the type decides what `indicatorValue` has to look like. */
export const endpointIndicatorTypes = [
  'FileSha1',
  'FileMd5',
  'CertificateThumbprint',
  'FileSha256',
  'IpAddress',
  'DomainName',
  'Url',
] as const;

/** `action`: what is done where the indicator is met; `Warn` lets the user go on. */
export const endpointIndicatorActions = [
  'Alert',
  'Warn',
  'Block',
  'Audit',
  'BlockAndRemediate',
  'AlertAndBlock',
  'Allowed',
] as const;

/** `severity` of the alert that the indicator raises, the mildest first. */
export const endpointIndicatorSeverities = ['Informational', 'Low', 'Medium', 'High'] as const;

const written = {
  indicatorValue: z.string().min(1),
  indicatorType: closedEnum(endpointIndicatorTypes),
  action: closedEnum(endpointIndicatorActions),
  title: z.string().min(1),
  description: z.string().min(1),
  application: optionalText,
  severity: closedEnum(endpointIndicatorSeverities).nullish(),
  recommendedActions: optionalText,
  rbacGroupNames: optionalTexts,
  expirationTime: optionalDateTime,
  generateAlert: optionalBoolean,
};

/** https://learn.microsoft.com/defender-endpoint/api/ti-indicator */
export const endpointIndicator = openObject({
  /** A number, as text. */
  id: z.string(),
  ...written,
  source: optionalText,
  sourceType: optionalText,
  createdBy: optionalText,
  createdByDisplayName: optionalText,
  creationTimeDateTimeUtc: optionalDateTime,
  lastUpdateTime: optionalDateTime,
  lastUpdatedBy: optionalText,
});
export type EndpointIndicator = z.infer<typeof endpointIndicator>;

/** GET indicators, read as one answer: no next link is followed. */
export const endpointIndicatorList = openObject({ value: z.array(endpointIndicator) });

/** The body of POST indicators. The same value of the same type is the same indicator, and is replaced. */
export const endpointIndicatorRequest = z.object(written);
export type EndpointIndicatorFields = z.infer<typeof endpointIndicatorRequest>;

/** The body of POST indicators/import, at most 500 at a time, and its answer, one line for each. */
export const endpointIndicatorImport = z.object({ Indicators: z.array(z.unknown()).min(1) });

/** POST indicators/import: a line for each indicator that was sent; `failureReason` where `isFailed`. */
export const endpointIndicatorImportReply = openObject({
  value: z.array(
    openObject({ id: optionalText, indicator: optionalText, isFailed: z.boolean(), failureReason: optionalText }),
  ),
});

/** The body of POST indicators/BatchDelete. */
export const endpointIndicatorBatchDelete = z.object({ IndicatorIds: z.array(z.string()).min(1) });
export type EndpointIndicatorImportReply = z.infer<typeof endpointIndicatorImportReply>;
