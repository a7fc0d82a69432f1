// https://learn.microsoft.com/azure/sentinel/normalization-schema-process-event
import type { AsimSchema } from './asim-schema';

export const processEvent: AsimSchema = {
  schema: 'ProcessEvent',
  version: '0.1.4',
  alsoKnownAs: ['imProcess'],
  native: 'ASimProcessEventLogs',
  parameters: [
    { name: 'commandline_has_any', filter: 'any', columns: ['TargetProcessCommandLine'] },
    { name: 'commandline_has_all', filter: 'all', columns: ['TargetProcessCommandLine'] },
    { name: 'commandline_has_any_ip_prefix', filter: 'prefix', columns: ['TargetProcessCommandLine'] },
    { name: 'actingprocess_has_any', filter: 'any', columns: ['ActingProcessName'] },
    { name: 'targetprocess_has_any', filter: 'any', columns: ['TargetProcessName'] },
    { name: 'parentprocess_has_any', filter: 'any', columns: ['ParentProcessName'] },
    { name: 'targetusername_has', filter: 'has', columns: ['TargetUsername'] },
    { name: 'actorusername_has', filter: 'has', columns: ['ActorUsername'] },
    { name: 'dvcipaddr_has_any_prefix', filter: 'prefix', columns: ['DvcIpAddr'] },
    { name: 'dvchostname_has_any', filter: 'any', columns: ['DvcHostname'] },
    {
      name: 'hashes_has_any',
      filter: 'any',
      columns: ['TargetProcessSHA256', 'TargetProcessSHA1', 'TargetProcessMD5'],
    },
    { name: 'eventtype', filter: 'is', columns: ['EventType'] },
  ],
  sources: [
    {
      name: 'Microsoft365D',
      table: 'DeviceProcessEvents',
      vendor: 'Microsoft',
      product: 'M365 Defender for Endpoint',
      parse: `where ActionType == 'ProcessCreated'
| project TimeGenerated, EventType = 'ProcessCreated', EventOriginalType = ActionType, EventResult = 'Success', EventSeverity = 'Informational', EventOriginalUid = tostring(ReportId),
  ActorUsername = iff(isempty(InitiatingProcessAccountDomain), InitiatingProcessAccountName, strcat(InitiatingProcessAccountDomain, '\\\\', InitiatingProcessAccountName)), ActorUsernameType = 'Windows', ActorUserId = InitiatingProcessAccountSid, ActorUserIdType = 'SID',
  ActingProcessName = InitiatingProcessFolderPath, ActingProcessFilename = InitiatingProcessFileName, ActingProcessCommandLine = InitiatingProcessCommandLine, ActingProcessId = tostring(InitiatingProcessId), ActingProcessCreationTime = InitiatingProcessCreationTime,
  ActingProcessIntegrityLevel = InitiatingProcessIntegrityLevel, ActingProcessSHA256 = InitiatingProcessSHA256, ActingProcessSHA1 = InitiatingProcessSHA1, ActingProcessMD5 = InitiatingProcessMD5, ActingProcessFileCompany = InitiatingProcessVersionInfoCompanyName,
  ParentProcessName = InitiatingProcessParentFileName, ParentProcessId = tostring(InitiatingProcessParentId), ParentProcessCreationTime = InitiatingProcessParentCreationTime,
  TargetUsername = iff(isempty(AccountDomain), AccountName, strcat(AccountDomain, '\\\\', AccountName)), TargetUsernameType = 'Windows', TargetUserId = AccountSid, TargetUserIdType = 'SID', TargetUserSessionId = tostring(LogonId),
  TargetProcessName = FolderPath, TargetProcessFilename = FileName, TargetProcessCommandLine = ProcessCommandLine, TargetProcessId = tostring(ProcessId), TargetProcessCreationTime = ProcessCreationTime,
  TargetProcessIntegrityLevel = ProcessIntegrityLevel, TargetProcessTokenElevation = ProcessTokenElevation, TargetProcessSHA256 = SHA256, TargetProcessSHA1 = SHA1, TargetProcessMD5 = MD5, TargetProcessFileSize = tolong(FileSize), TargetProcessFileCompany = ProcessVersionInfoCompanyName,
  DvcId = DeviceId, DvcIdType = 'MDEid', DvcFQDN = DeviceName, DvcHostname = tostring(split(DeviceName, '.')[0])`,
    },
    {
      name: 'MicrosoftSecurityEvents',
      table: 'SecurityEvent',
      vendor: 'Microsoft',
      product: 'Security Events',
      parse: `where EventID in (4688, 4689)
| project TimeGenerated, EventType = iff(EventID == 4689, 'ProcessTerminated', 'ProcessCreated'), EventOriginalType = tostring(EventID), EventResult = 'Success', EventSeverity = 'Informational', EventOriginalUid = tostring(EventRecordId),
  ActorUsername = SubjectAccount, ActorUsernameType = 'Windows', ActorUserId = SubjectUserSid, ActorUserIdType = 'SID', ActorSessionId = SubjectLogonId,
  ActingProcessName = ParentProcessName, ActingProcessFilename = tostring(split(ParentProcessName, '\\\\')[-1]),
  TargetUsername = iff(TargetAccount in ('', '-\\\\-'), SubjectAccount, TargetAccount), TargetUsernameType = 'Windows', TargetUserId = TargetUserSid, TargetUserIdType = 'SID',
  TargetProcessName = iff(EventID == 4689, ProcessName, NewProcessName), TargetProcessFilename = tostring(split(iff(EventID == 4689, ProcessName, NewProcessName), '\\\\')[-1]), TargetProcessCommandLine = CommandLine, TargetProcessId = NewProcessId, TargetProcessTokenElevation = TokenElevationType,
  DvcFQDN = Computer, DvcHostname = tostring(split(Computer, '.')[0])`,
    },
  ],
  aliases: [
    'User = coalesce(TargetUsername, ActorUsername)',
    'Process = TargetProcessName, CommandLine = TargetProcessCommandLine',
    'Hash = coalesce(TargetProcessSHA256, TargetProcessSHA1, TargetProcessMD5)',
    'Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId)',
  ],
};
