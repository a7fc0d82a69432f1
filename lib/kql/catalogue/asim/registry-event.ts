// https://learn.microsoft.com/azure/sentinel/normalization-schema-registry-event
import type { AsimSchema } from './asim-schema';

export const registryEvent: AsimSchema = {
  schema: 'RegistryEvent',
  version: '0.1.2',
  alsoKnownAs: ['imRegistry'],
  native: 'ASimRegistryEventLogs',
  parameters: [
    { name: 'eventtype_in', filter: 'in', columns: ['EventType'] },
    { name: 'actorusername_has_any', filter: 'any', columns: ['ActorUsername'] },
    { name: 'registrykey_has_any', filter: 'any', columns: ['RegistryKey'] },
    { name: 'registryvalue_has_any', filter: 'any', columns: ['RegistryValue'] },
    { name: 'registrydata_has_any', filter: 'any', columns: ['RegistryValueData'] },
    { name: 'dvchostname_has_any', filter: 'any', columns: ['DvcHostname'] },
  ],
  sources: [
    {
      name: 'Microsoft365D',
      table: 'DeviceRegistryEvents',
      vendor: 'Microsoft',
      product: 'M365 Defender for Endpoint',
      parse: `project TimeGenerated, EventType = ActionType, EventOriginalType = ActionType, EventResult = 'Success', EventSeverity = 'Informational', EventOriginalUid = tostring(ReportId),
  ActorUsername = iff(isempty(InitiatingProcessAccountDomain), InitiatingProcessAccountName, strcat(InitiatingProcessAccountDomain, '\\\\', InitiatingProcessAccountName)), ActorUsernameType = 'Windows', ActorUserId = InitiatingProcessAccountSid, ActorUserIdType = 'SID',
  ActingProcessName = InitiatingProcessFolderPath, ActingProcessId = tostring(InitiatingProcessId), ParentProcessName = InitiatingProcessParentFileName, ParentProcessId = tostring(InitiatingProcessParentId),
  RegistryKey, RegistryValue = RegistryValueName, RegistryValueType, RegistryValueData,
  RegistryPreviousKey = PreviousRegistryKey, RegistryPreviousValue = PreviousRegistryValueName, RegistryPreviousValueData = PreviousRegistryValueData,
  DvcId = DeviceId, DvcIdType = 'MDEid', DvcFQDN = DeviceName, DvcHostname = tostring(split(DeviceName, '.')[0])`,
    },
  ],
  aliases: [
    'User = ActorUsername, Process = ActingProcessName',
    'Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId)',
  ],
};
