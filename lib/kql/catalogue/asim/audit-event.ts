// https://learn.microsoft.com/azure/sentinel/normalization-schema-audit
import type { AsimSchema } from './asim-schema';

export const auditEvent: AsimSchema = {
  schema: 'AuditEvent',
  version: '0.1.2',
  alsoKnownAs: [],
  native: 'ASimAuditEventLogs',
  parameters: [
    { name: 'srcipaddr_has_any_prefix', filter: 'prefix', columns: ['SrcIpAddr'] },
    { name: 'eventtype_in', filter: 'in', columns: ['EventType'] },
    { name: 'eventresult', filter: 'is', columns: ['EventResult'] },
    { name: 'actorusername_has_any', filter: 'any', columns: ['ActorUsername'] },
    { name: 'operation_has_any', filter: 'any', columns: ['Operation'] },
    { name: 'object_has_any', filter: 'any', columns: ['Object'] },
    { name: 'newvalue_has_any', filter: 'any', columns: ['NewValue'] },
  ],
  sources: [
    {
      name: 'AzureActivity',
      table: 'AzureActivity',
      vendor: 'Microsoft',
      product: 'Azure',
      parse: `project TimeGenerated, EventType = case(OperationNameValue endswith '/write', 'Set', OperationNameValue endswith '/delete', 'Delete', OperationNameValue endswith '/action', 'Execute', OperationNameValue endswith '/read', 'Read', 'Other'),
  EventResult = case(ActivityStatusValue in ('Success', 'Succeeded', 'Accept', 'Accepted'), 'Success', ActivityStatusValue in ('Failure', 'Failed'), 'Failure', 'NA'), EventOriginalResultDetails = ActivityStatusValue, EventSeverity = iff(Level == 'Error', 'Low', 'Informational'), EventOriginalUid = EventDataId, EventOriginalType = CategoryValue,
  Operation = OperationNameValue, Object = coalesce(_ResourceId, ResourceId), ObjectType = 'Cloud Resource',
  ActorUsername = iff(Caller contains '@', Caller, ''), ActorUsernameType = iff(Caller contains '@', 'UPN', ''), ActorUserId = iff(Caller contains '@', '', Caller), SrcIpAddr = CallerIpAddress, TargetAppName = ResourceProviderValue`,
    },
    {
      name: 'MicrosoftEntraID',
      table: 'AuditLogs',
      vendor: 'Microsoft',
      product: 'Entra ID',
      parse: `extend Who = parse_json(tostring(InitiatedBy)), What = parse_json(tostring(TargetResources))[0]
| project TimeGenerated, EventType = case(AADOperationType in~ ('Add', 'Assign'), 'Create', AADOperationType =~ 'Delete', 'Delete', AADOperationType =~ 'Update', 'Set', 'Other'),
  EventResult = iff(Result =~ 'success', 'Success', 'Failure'), EventResultDetails = ResultReason, EventSeverity = 'Informational', EventOriginalUid = Id, EventOriginalType = Category,
  Operation = OperationName, Object = coalesce(tostring(What.displayName), tostring(What.userPrincipalName), tostring(What.id)), ObjectType = coalesce(tostring(What.type), 'Other'),
  NewValue = tostring(What.modifiedProperties[0].newValue), OldValue = tostring(What.modifiedProperties[0].oldValue),
  ActorUsername = tostring(Who.user.userPrincipalName), ActorUsernameType = iff(isempty(Who.user.userPrincipalName), '', 'UPN'), ActorUserId = coalesce(tostring(Who.user.id), tostring(Who.app.servicePrincipalId)), ActorUserIdType = 'EntraUserID',
  SrcIpAddr = tostring(Who.user.ipAddress), TargetAppName = LoggedByService`,
    },
  ],
  aliases: [
    'User = ActorUsername, Value = NewValue, IpAddr = SrcIpAddr, Application = TargetAppName',
    'Src = coalesce(SrcFQDN, SrcHostname, SrcIpAddr)',
    'Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId, EventProduct)',
  ],
};
