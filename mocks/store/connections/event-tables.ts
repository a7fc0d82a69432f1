/**
 * What Defender's connector streams into the workspace besides incidents: the raw tables of advanced hunting, by the
 * product that fills them. Microsoft has no public API for their switches; here they are data types of the connector
 * like incidents and alerts, by the tables' names. One that the connector doesn't mention is on.
 * https://learn.microsoft.com/azure/sentinel/connect-microsoft-365-defender#connect-events
 */
export const eventTables = {
  'Microsoft Defender for Endpoint': [
    'DeviceInfo',
    'DeviceNetworkInfo',
    'DeviceProcessEvents',
    'DeviceNetworkEvents',
    'DeviceFileEvents',
    'DeviceRegistryEvents',
    'DeviceLogonEvents',
    'DeviceImageLoadEvents',
    'DeviceEvents',
    'DeviceFileCertificateInfo',
  ],
  'Microsoft Defender for Office 365': [
    'EmailEvents',
    'EmailUrlInfo',
    'EmailAttachmentInfo',
    'EmailPostDeliveryEvents',
    'UrlClickEvents',
  ],
  'Microsoft Defender for Identity': ['IdentityLogonEvents', 'IdentityQueryEvents', 'IdentityDirectoryEvents'],
  'Microsoft Defender for Cloud Apps': ['CloudAppEvents'],
  'Microsoft Defender alerts': ['AlertInfo', 'AlertEvidence'],
} as const;

export const allEventTables: readonly string[] = Object.values(eventTables).flat();

/** Filled from the directory that Defender for Identity reads: Contoso's people are mastered on premises. */
export const entityTable = 'IdentityInfo';
