/** One piece of evidence in the columns of `AlertEvidence`. */
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';
import type { GraphFileDetails, GraphUserAccount } from '@/lib/wire/graph-security/evidence-parts';
import type { LogRow } from '@/mocks/company/log-row';

const account = (user: GraphUserAccount | null | undefined): LogRow => ({
  AccountName: user?.accountName,
  AccountDomain: user?.domainName,
  AccountSid: user?.userSid,
  AccountObjectId: user?.azureAdUserId,
  AccountUpn: user?.userPrincipalName,
});

const file = (details: GraphFileDetails | null | undefined): LogRow => ({
  FileName: details?.fileName,
  FolderPath: details?.filePath,
  FileSize: details?.fileSize,
  SHA1: details?.sha1,
  SHA256: details?.sha256,
});

/** `EntityType` and whatever columns that type fills; the whole evidence stays in `AdditionalFields`. */
export function evidenceColumns(evidence: GraphEvidence): LogRow {
  return { ...columnsOf(evidence), AdditionalFields: evidence };
}

function columnsOf(evidence: GraphEvidence): LogRow {
  switch (evidence['@odata.type']) {
    case '#microsoft.graph.security.userEvidence':
      return { EntityType: 'User', ...account(evidence.userAccount) };
    case '#microsoft.graph.security.ipEvidence':
      return { EntityType: 'Ip', RemoteIP: evidence.ipAddress };
    case '#microsoft.graph.security.urlEvidence':
      return { EntityType: 'Url', RemoteUrl: evidence.url };
    case '#microsoft.graph.security.deviceEvidence':
      return {
        EntityType: 'Machine',
        DeviceId: evidence.mdeDeviceId,
        DeviceName: evidence.deviceDnsName ?? evidence.hostName,
        LocalIP: evidence.lastIpAddress,
      };
    case '#microsoft.graph.security.fileEvidence':
      return { EntityType: 'File', DeviceId: evidence.mdeDeviceId, ...file(evidence.fileDetails) };
    case '#microsoft.graph.security.processEvidence':
      return {
        EntityType: 'Process',
        DeviceId: evidence.mdeDeviceId,
        ProcessCommandLine: evidence.processCommandLine,
        ...file(evidence.imageFile),
        ...account(evidence.userAccount),
      };
    case '#microsoft.graph.security.mailboxEvidence':
      return { EntityType: 'Mailbox', AccountUpn: evidence.upn ?? evidence.primaryAddress };
    case '#microsoft.graph.security.analyzedMessageEvidence':
      return {
        EntityType: 'MailMessage',
        NetworkMessageId: evidence.networkMessageId,
        EmailSubject: evidence.subject,
        RemoteIP: evidence.senderIp,
        AccountUpn: evidence.recipientEmailAddress,
      };
    case '#microsoft.graph.security.azureResourceEvidence':
      return { EntityType: 'CloudResource', CloudResource: evidence.resourceName, CloudPlatform: 'Azure' };
    case '#microsoft.graph.security.cloudApplicationEvidence':
      return { EntityType: 'CloudApplication', Application: evidence.displayName, ApplicationId: evidence.saasAppId };
    case '#microsoft.graph.security.oauthApplicationEvidence':
      return { EntityType: 'OAuthApplication', Application: evidence.displayName, OAuthApplicationId: evidence.appId };
    case '#microsoft.graph.security.registryKeyEvidence':
      return { EntityType: 'RegistryKey', RegistryKey: evidence.registryKey };
    case '#microsoft.graph.security.registryValueEvidence':
      return {
        EntityType: 'RegistryValue',
        RegistryKey: evidence.registryKey,
        RegistryValueName: evidence.registryValueName,
        RegistryValueData: evidence.registryValue,
      };
    case '#microsoft.graph.security.securityGroupEvidence':
      return { EntityType: 'SecurityGroup', AccountName: evidence.displayName };
    default:
      return { EntityType: evidence['@odata.type'].replace('#microsoft.graph.security.', '').replace(/Evidence$/, '') };
  }
}
