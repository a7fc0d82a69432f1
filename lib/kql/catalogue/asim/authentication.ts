// https://learn.microsoft.com/azure/sentinel/normalization-schema-authentication
import type { AsimSchema, AsimSource } from './asim-schema';

/** Entra's sign-ins, interactive and not, are one format in two tables. */
const entra = (name: string, table: string, subType: string): AsimSource => ({
  name,
  table,
  vendor: 'Microsoft',
  product: 'Entra ID',
  parse: `extend Device = parse_json(tostring(DeviceDetail)), Place = parse_json(tostring(LocationDetails))
| project TimeGenerated, EventType = 'Logon', EventSubType = '${subType}',
  EventResult = iff(ResultType == '0', 'Success', 'Failure'),
  EventResultDetails = case(ResultType == '0', '', ResultType == '50126', 'No such user or password', ResultType == '50053', 'User locked', ResultType == '50055', 'Password expired', ResultType == '50057', 'User disabled', ResultType in ('53000', '53003', '50105', '50074', '50076'), 'Logon violates policy', ResultType == '50140', 'Session expired', 'Other'),
  EventOriginalResultDetails = ResultDescription, EventOriginalUid = Id, EventSeverity = iff(ResultType == '0', 'Informational', 'Low'),
  LogonMethod = iff(AuthenticationRequirement == 'multiFactorAuthentication', 'Multi factor authentication', 'Username & Password'),
  TargetUsername = UserPrincipalName, TargetUsernameType = 'UPN', TargetUserId = UserId, TargetUserIdType = 'EntraUserID', TargetUserType = UserType,
  TargetAppName = ResourceDisplayName, TargetAppType = 'Resource', ActingAppName = AppDisplayName, ActingAppId = AppId,
  HttpUserAgent = UserAgent, SrcIpAddr = IPAddress, SrcHostname = tostring(Device.displayName), SrcDvcId = tostring(Device.deviceId), SrcDvcOs = tostring(Device.operatingSystem),
  SrcGeoCity = tostring(Place.city), SrcGeoRegion = tostring(Place.state), SrcGeoCountry = tostring(Place.countryOrRegion)`,
});

export const authentication: AsimSchema = {
  schema: 'Authentication',
  version: '0.1.3',
  alsoKnownAs: [],
  native: 'ASimAuthenticationEventLogs',
  parameters: [
    { name: 'username_has_any', filter: 'any', columns: ['TargetUsername', 'ActorUsername'] },
    { name: 'targetappname_has_any', filter: 'any', columns: ['TargetAppName'] },
    { name: 'srcipaddr_has_any_prefix', filter: 'prefix', columns: ['SrcIpAddr'] },
    { name: 'srchostname_has_any', filter: 'any', columns: ['SrcHostname'] },
    { name: 'eventtype_in', filter: 'in', columns: ['EventType'] },
    { name: 'eventresultdetails_in', filter: 'in', columns: ['EventResultDetails'] },
    { name: 'eventresult', filter: 'is', columns: ['EventResult'] },
  ],
  sources: [
    entra('AADSigninLogs', 'SigninLogs', 'Interactive'),
    entra('AADNonInteractive', 'AADNonInteractiveUserSignInLogs', 'NonInteractive'),
    {
      name: 'M365Defender',
      table: 'DeviceLogonEvents',
      vendor: 'Microsoft',
      product: 'M365 Defender for EndPoint',
      parse: `project TimeGenerated, EventType = 'Logon', EventOriginalType = ActionType,
  EventSubType = case(LogonType in ('Interactive', 'CachedInteractive', 'Unlock'), 'Interactive', LogonType in ('RemoteInteractive', 'CachedRemoteInteractive'), 'RemoteInteractive', LogonType in ('Service', 'Batch'), 'Service', LogonType == 'Network', 'Remote', ''),
  EventOriginalSubType = LogonType, EventResult = iff(ActionType == 'LogonFailed', 'Failure', 'Success'),
  EventResultDetails = case(ActionType != 'LogonFailed', '', FailureReason == 'InvalidUserNameOrPassword', 'No such user or password', FailureReason == 'AccountDisabled', 'User disabled', FailureReason == 'AccountLockedOut', 'User locked', 'Other'),
  EventSeverity = iff(ActionType == 'LogonFailed', 'Low', 'Informational'), LogonProtocol = Protocol,
  TargetUsername = iff(isempty(AccountDomain), AccountName, strcat(AccountDomain, '\\\\', AccountName)), TargetUsernameType = iff(isempty(AccountDomain), 'Simple', 'Windows'),
  TargetUserId = AccountSid, TargetUserIdType = 'SID', TargetSessionId = tostring(LogonId),
  SrcIpAddr = RemoteIP, SrcHostname = RemoteDeviceName, SrcPortNumber = toint(RemotePort),
  TargetHostname = tostring(split(DeviceName, '.')[0]), TargetFQDN = DeviceName, TargetDvcId = DeviceId,
  DvcId = DeviceId, DvcIdType = 'MDEid', DvcFQDN = DeviceName, DvcHostname = tostring(split(DeviceName, '.')[0])`,
    },
    {
      name: 'MicrosoftWindowsEvent',
      table: 'SecurityEvent',
      vendor: 'Microsoft',
      product: 'Security Events',
      parse: `where EventID in (4624, 4625, 4634, 4647)
| project TimeGenerated, EventType = iff(EventID in (4634, 4647), 'Logoff', 'Logon'), EventOriginalType = tostring(EventID),
  EventSubType = case(LogonType in (2, 7, 11), 'Interactive', LogonType == 10, 'RemoteInteractive', LogonType in (4, 5), 'Service', LogonType == 3, 'Remote', ''),
  EventResult = iff(EventID == 4625, 'Failure', 'Success'),
  EventResultDetails = case(EventID != 4625, '', SubStatus == '0xc000006a', 'Incorrect password', SubStatus == '0xc0000064', 'No such user', SubStatus == '0xc0000234', 'User locked', SubStatus == '0xc0000072', 'User disabled', SubStatus == '0xc0000071', 'Password expired', SubStatus == '0xc0000193', 'Account expired', SubStatus in ('0xc000006f', '0xc0000070', '0xc000015b'), 'Logon violates policy', 'Other'),
  EventOriginalResultDetails = SubStatus, EventMessage = Activity, EventSeverity = iff(EventID == 4625, 'Low', 'Informational'), LogonProtocol = AuthenticationPackageName,
  ActorUsername = SubjectAccount, ActorUserId = SubjectUserSid, TargetUsername = coalesce(TargetAccount, Account), TargetUsernameType = 'Windows', TargetUserId = TargetUserSid, TargetUserIdType = 'SID',
  SrcIpAddr = IpAddress, SrcHostname = WorkstationName, SrcPortNumber = toint(IpPort),
  TargetHostname = tostring(split(Computer, '.')[0]), TargetFQDN = Computer, DvcFQDN = Computer, DvcHostname = tostring(split(Computer, '.')[0])`,
    },
  ],
  aliases: [
    'User = coalesce(TargetUsername, ActorUsername)',
    'LogonTarget = coalesce(TargetAppName, TargetUrl, TargetHostname)',
    'Src = coalesce(SrcFQDN, SrcHostname, SrcIpAddr, SrcDvcId)',
    'IpAddr = SrcIpAddr',
    'Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId, EventProduct)',
    'Dst = coalesce(TargetFQDN, TargetHostname, TargetIpAddr, TargetDvcId)',
    'Application = TargetAppName',
  ],
};
