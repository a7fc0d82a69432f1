/** Every log table that fills by itself, each with its share of the rows. */
import type { NoiseTable } from '@/mocks/noise/table';
import { aadNonInteractive } from '@/mocks/noise/tables/aad-non-interactive';
import { aadSignInEventsBeta } from '@/mocks/noise/tables/aad-sign-in-events-beta';
import { asimDnsActivityLogs } from '@/mocks/noise/tables/asim-dns-activity-logs';
import { auditLogs } from '@/mocks/noise/tables/audit-logs';
import { azureActivity } from '@/mocks/noise/tables/azure-activity';
import { azureDiagnostics } from '@/mocks/noise/tables/azure-diagnostics';
import { cloudAppEvents } from '@/mocks/noise/tables/cloud-app-events';
import { commonSecurityLog } from '@/mocks/noise/tables/common-security-log';
import { deviceEvents } from '@/mocks/noise/tables/device-events';
import { deviceFileEvents } from '@/mocks/noise/tables/device-file-events';
import { deviceImageLoadEvents } from '@/mocks/noise/tables/device-image-load-events';
import { deviceInfo } from '@/mocks/noise/tables/device-info';
import { deviceLogonEvents } from '@/mocks/noise/tables/device-logon-events';
import { deviceNetworkEvents } from '@/mocks/noise/tables/device-network-events';
import { deviceNetworkInfo } from '@/mocks/noise/tables/device-network-info';
import { deviceProcessEvents } from '@/mocks/noise/tables/device-process-events';
import { deviceRegistryEvents } from '@/mocks/noise/tables/device-registry-events';
import { dnsEvents } from '@/mocks/noise/tables/dns-events';
import { emailAttachmentInfo } from '@/mocks/noise/tables/email-attachment-info';
import { emailEvents } from '@/mocks/noise/tables/email-events';
import { emailUrlInfo } from '@/mocks/noise/tables/email-url-info';
import { entraIdSignInEvents } from '@/mocks/noise/tables/entra-id-sign-in-events';
import { heartbeat } from '@/mocks/noise/tables/heartbeat';
import { identityInfo } from '@/mocks/noise/tables/identity-info';
import { identityLogonEvents } from '@/mocks/noise/tables/identity-logon-events';
import { identityQueryEvents } from '@/mocks/noise/tables/identity-query-events';
import { officeActivity } from '@/mocks/noise/tables/office-activity';
import { securityEvent } from '@/mocks/noise/tables/security-event';
import { signinLogs } from '@/mocks/noise/tables/signin-logs';
import { storageBlobLogs } from '@/mocks/noise/tables/storage-blob-logs';
import { syslog } from '@/mocks/noise/tables/syslog';
import { threatIntelligenceIndicator } from '@/mocks/noise/tables/threat-intelligence-indicator';
import { urlClickEvents } from '@/mocks/noise/tables/url-click-events';

export const noiseTables: readonly NoiseTable[] = [
  aadNonInteractive,
  aadSignInEventsBeta,
  asimDnsActivityLogs,
  auditLogs,
  azureActivity,
  azureDiagnostics,
  cloudAppEvents,
  commonSecurityLog,
  deviceEvents,
  deviceFileEvents,
  deviceImageLoadEvents,
  deviceInfo,
  deviceLogonEvents,
  deviceNetworkEvents,
  deviceNetworkInfo,
  deviceProcessEvents,
  deviceRegistryEvents,
  dnsEvents,
  emailAttachmentInfo,
  emailEvents,
  emailUrlInfo,
  entraIdSignInEvents,
  heartbeat,
  identityInfo,
  identityLogonEvents,
  identityQueryEvents,
  officeActivity,
  securityEvent,
  signinLogs,
  storageBlobLogs,
  syslog,
  threatIntelligenceIndicator,
  urlClickEvents,
];
