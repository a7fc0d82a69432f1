// https://learn.microsoft.com/azure/sentinel/normalization-schema-file-event
import type { AsimSchema } from './asim-schema';

export const fileEvent: AsimSchema = {
  schema: 'FileEvent',
  version: '0.2.1',
  alsoKnownAs: [],
  native: 'ASimFileEventLogs',
  parameters: [
    { name: 'eventtype_in', filter: 'in', columns: ['EventType'] },
    { name: 'srcipaddr_has_any_prefix', filter: 'prefix', columns: ['SrcIpAddr'] },
    { name: 'actorusername_has_any', filter: 'any', columns: ['ActorUsername'] },
    { name: 'targetfilepath_has_any', filter: 'any', columns: ['TargetFilePath'] },
    { name: 'srcfilepath_has_any', filter: 'any', columns: ['SrcFilePath'] },
    { name: 'hashes_has_any', filter: 'any', columns: ['TargetFileSHA256', 'TargetFileSHA1', 'TargetFileMD5'] },
    { name: 'dvchostname_has_any', filter: 'any', columns: ['DvcHostname'] },
  ],
  sources: [
    {
      name: 'Microsoft365D',
      table: 'DeviceFileEvents',
      vendor: 'Microsoft',
      product: 'M365 Defender for Endpoint',
      parse: `project TimeGenerated, EventType = ActionType, EventOriginalType = ActionType, EventResult = 'Success', EventSeverity = 'Informational', EventOriginalUid = tostring(ReportId),
  ActorUsername = iff(isempty(InitiatingProcessAccountDomain), InitiatingProcessAccountName, strcat(InitiatingProcessAccountDomain, '\\\\', InitiatingProcessAccountName)), ActorUsernameType = 'Windows', ActorUserId = InitiatingProcessAccountSid, ActorUserIdType = 'SID',
  ActingProcessName = InitiatingProcessFolderPath, ActingProcessCommandLine = InitiatingProcessCommandLine, ActingProcessId = tostring(InitiatingProcessId),
  TargetFilePath = FolderPath, TargetFileName = FileName, TargetFileDirectory = substring(FolderPath, 0, strlen(FolderPath) - strlen(FileName)), TargetFileSize = tolong(FileSize),
  TargetFileSHA256 = SHA256, TargetFileSHA1 = SHA1, TargetFileMD5 = MD5, SrcFileName = PreviousFileName, SrcFilePath = iff(isempty(PreviousFileName), '', strcat(PreviousFolderPath, '\\\\', PreviousFileName)),
  SrcIpAddr = RequestSourceIP, DvcId = DeviceId, DvcIdType = 'MDEid', DvcFQDN = DeviceName, DvcHostname = tostring(split(DeviceName, '.')[0])`,
    },
  ],
  aliases: [
    'User = ActorUsername, FileName = TargetFileName, FilePath = TargetFilePath, Process = ActingProcessName, CommandLine = ActingProcessCommandLine, IpAddr = SrcIpAddr',
    'Hash = coalesce(TargetFileSHA256, TargetFileSHA1, TargetFileMD5)',
    'Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId)',
  ],
};
