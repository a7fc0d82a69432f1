/** What else the SOC of Contoso has made: rules in use, a noisy one, some that are switched off, one that Sentinel gave up on. */
import { guidOf } from '@/lib/base/random';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import { grouped, mapped, nearRealTime, type RuleSeed, scheduled } from '@/mocks/store/seed-rules/query-rule';

const ruleName = (what: string): string => guidOf(`contoso/rule/${what}`);
const templateName = (what: string): string => guidOf(`contoso/rule-template/${what}`);
const entra = { connectorId: 'AzureActiveDirectory', dataTypes: ['SigninLogs', 'AuditLogs'] };
const office = { connectorId: 'Office365', dataTypes: ['OfficeActivity'] };
const defender = { connectorId: 'MicrosoftThreatProtection', dataTypes: ['DeviceProcessEvents'] };

export const workspaceRules: readonly RuleSeed[] = [
  {
    name: ruleIds.noisyLogon,
    body: scheduled({
      displayName: 'Excessive failed logons',
      description:
        'More than twenty failed logons on one server within the hour. Fires for every backup night: to be tuned.',
      severity: 'Low',
      query: `SecurityEvent
| where EventID == 4625
| summarize Failures = count(), Accounts = make_set(TargetUserName, 10), TimeGenerated = max(TimeGenerated) by Computer
| where Failures > 20`,
      queryFrequency: 'PT1H',
      queryPeriod: 'PT1H',
      tactics: ['CredentialAccess'],
      techniques: ['T1110'],
      entityMappings: [mapped('Host', 'FullName', 'Computer')],
      customDetails: { Failures: 'Failures' },
      alertDetailsOverride: { alertDisplayNameFormat: 'Excessive failed logons on {{Computer}}' },
      eventGroupingSettings: { aggregationKind: 'AlertPerResult' },
      ...grouped('Selected', 'PT5H', ['Host']),
    }),
  },
  {
    name: ruleIds.firewallBeacon,
    body: scheduled({
      displayName: 'Beaconing pattern in firewall traffic',
      description: 'One host talks to a listed address again and again, at nearly the same distance in time.',
      severity: 'Medium',
      query: `let listed = ThreatIntelligenceIndicator | where Active == true and isnotempty(NetworkIP) | distinct NetworkIP;
CommonSecurityLog
| where DestinationIP in (listed)
| summarize Connections = count(), TimeGenerated = max(TimeGenerated) by SourceIP, DestinationIP
| where Connections >= 12`,
      queryFrequency: 'PT1H',
      queryPeriod: 'PT2H',
      tactics: ['CommandAndControl'],
      techniques: ['T1071'],
      entityMappings: [mapped('IP', 'Address', 'DestinationIP')],
      customDetails: { Connections: 'Connections', Source: 'SourceIP' },
      eventGroupingSettings: { aggregationKind: 'AlertPerResult' },
    }),
  },
  {
    name: ruleIds.expensesExport,
    body: scheduled({
      displayName: 'Contoso Expenses: export by a user at risk',
      description: 'The expenses application exports data for somebody whose sign-in was at risk on the same day.',
      severity: 'Medium',
      query: `let atRisk = SigninLogs | where ResultType == 0 and RiskLevelDuringSignIn in ('medium', 'high') | distinct UserPrincipalName;
CloudAppEvents
| where Application == 'Contoso Expenses' and ActionType has 'Export'
| where AccountId in (atRisk) or AccountDisplayName in (atRisk)
| project TimeGenerated, AccountId, IPAddress, ActionType`,
      queryFrequency: 'PT1H',
      queryPeriod: 'PT6H',
      tactics: ['Exfiltration'],
      techniques: ['T1567'],
      entityMappings: [mapped('Account', 'FullName', 'AccountId'), mapped('IP', 'Address', 'IPAddress')],
      suppressionEnabled: true,
      suppressionDuration: 'PT6H',
    }),
  },
  {
    name: ruleName('password-spray'),
    template: { id: templateName('password-spray'), connectors: [entra] },
    body: scheduled({
      displayName: 'One address tries many accounts',
      description: 'Wrong passwords for ten or more accounts from a single address within the hour.',
      severity: 'Medium',
      query: `SigninLogs
| where ResultType in ('50126', '50053')
| summarize Accounts = dcount(UserPrincipalName), Tries = count(), TimeGenerated = max(TimeGenerated) by IPAddress
| where Accounts >= 10`,
      queryFrequency: 'PT30M',
      queryPeriod: 'PT1H',
      tactics: ['CredentialAccess'],
      techniques: ['T1110'],
      entityMappings: [mapped('IP', 'Address', 'IPAddress')],
      customDetails: { Accounts: 'Accounts', Tries: 'Tries' },
      alertDetailsOverride: { alertDisplayNameFormat: '{{IPAddress}} tried {{Accounts}} accounts' },
      eventGroupingSettings: { aggregationKind: 'AlertPerResult' },
    }),
  },
  {
    name: ruleName('vault-harvest'),
    body: scheduled({
      displayName: 'Many secrets read by one person',
      description: 'Somebody (not a service) reads five or more Key Vault secrets or keys within ten minutes.',
      severity: 'High',
      query: `AzureDiagnostics
| where ResourceProvider == 'MICROSOFT.KEYVAULT' and OperationName in ('SecretGet', 'KeyGet', 'CertificateGet')
| where isnotempty(identity_claim_upn_s)
| summarize Reads = count(), TimeGenerated = max(TimeGenerated) by identity_claim_upn_s, CallerIPAddress, ResourceId, bin(TimeGenerated, 10m)
| where Reads >= 5
| project TimeGenerated, User = identity_claim_upn_s, CallerIPAddress, ResourceId, Reads`,
      queryFrequency: 'PT10M',
      queryPeriod: 'PT20M',
      tactics: ['CredentialAccess'],
      techniques: ['T1555'],
      subTechniques: ['T1555.006'],
      entityMappings: [
        mapped('Account', 'FullName', 'User'),
        mapped('IP', 'Address', 'CallerIPAddress'),
        mapped('AzureResource', 'ResourceId', 'ResourceId'),
      ],
      customDetails: { Reads: 'Reads' },
      suppressionEnabled: true,
      suppressionDuration: 'PT1H',
      ...grouped('Selected', 'PT5H', ['Account']),
    }),
  },
  {
    name: ruleName('hiding-inbox-rule'),
    template: { id: templateName('hiding-inbox-rule'), connectors: [office] },
    body: nearRealTime({
      displayName: 'Inbox rule that hides messages',
      description: 'A new inbox rule deletes messages or moves them out of sight, as after a mailbox was taken over.',
      severity: 'Medium',
      query: `OfficeActivity
| where Operation in ('New-InboxRule', 'Set-InboxRule')
| where Parameters has_any ('DeleteMessage', 'MarkAsRead', 'RSS Feeds')
| project TimeGenerated, UserId, ClientIP, Operation, Parameters`,
      tactics: ['DefenseEvasion', 'Persistence'],
      techniques: ['T1564'],
      entityMappings: [mapped('Account', 'FullName', 'UserId'), mapped('IP', 'Address', 'ClientIP')],
    }),
  },
  {
    name: ruleName('privileged-role'),
    template: { id: templateName('privileged-role'), connectors: [entra] },
    body: scheduled({
      displayName: 'Somebody was given a directory role',
      description: 'A role was assigned directly instead of being activated for a limited time.',
      severity: 'Medium',
      query: `AuditLogs
| where OperationName =~ 'Add member to role'
| extend By = tostring(InitiatedBy.user.userPrincipalName), Whom = tostring(TargetResources[0].userPrincipalName)
| where isnotempty(By)
| project TimeGenerated, By, Whom, Result`,
      queryFrequency: 'PT1H',
      queryPeriod: 'PT1H',
      tactics: ['Persistence', 'PrivilegeEscalation'],
      techniques: ['T1098'],
      entityMappings: [mapped('Account', 'FullName', 'By')],
      customDetails: { Given: 'Whom', Result: 'Result' },
      alertDetailsOverride: { alertDisplayNameFormat: '{{By}} gave {{Whom}} a directory role' },
      eventGroupingSettings: { aggregationKind: 'AlertPerResult' },
    }),
  },
  {
    name: ruleName('domain-reconnaissance'),
    template: { id: templateName('domain-reconnaissance'), connectors: [defender] },
    body: scheduled({
      displayName: 'Domain reconnaissance with built-in tools',
      description: 'Three or more of whoami, nltest and net1 on one device within the hour.',
      severity: 'Medium',
      query: `DeviceProcessEvents
| where FileName in~ ('whoami.exe', 'nltest.exe', 'net1.exe')
| summarize Runs = count(), Tools = make_set(FileName), TimeGenerated = max(TimeGenerated) by DeviceName, AccountUpn
| where Runs >= 3 and array_length(Tools) >= 2`,
      queryFrequency: 'PT1H',
      queryPeriod: 'PT1H',
      tactics: ['Discovery'],
      techniques: ['T1087', 'T1482'],
      entityMappings: [mapped('Host', 'FullName', 'DeviceName'), mapped('Account', 'FullName', 'AccountUpn')],
      eventGroupingSettings: { aggregationKind: 'AlertPerResult' },
    }),
  },
  {
    name: ruleName('blocked-by-policy'),
    body: scheduled({
      displayName: 'Sign-ins stopped by Conditional Access',
      description: '#DONT_CORR# Kept for hunting: alerts without an incident.',
      severity: 'Informational',
      query: `SigninLogs
| where ResultType == '53003'
| summarize Stopped = count(), TimeGenerated = max(TimeGenerated) by UserPrincipalName, IPAddress
| where Stopped >= 2`,
      queryFrequency: 'PT1H',
      queryPeriod: 'PT1H',
      tactics: ['InitialAccess'],
      techniques: ['T1078'],
      entityMappings: [mapped('Account', 'FullName', 'UserPrincipalName'), mapped('IP', 'Address', 'IPAddress')],
      incidentConfiguration: { createIncident: false },
    }),
  },
  {
    name: ruleName('mass-download'),
    template: { id: templateName('mass-download'), connectors: [office] },
    body: scheduled({
      displayName: 'Many files downloaded by one person',
      description: 'More than fifty downloads from SharePoint or OneDrive within the hour.',
      severity: 'Medium',
      query: `OfficeActivity
| where Operation == 'FileDownloaded'
| summarize Files = dcount(OfficeObjectId), TimeGenerated = max(TimeGenerated) by UserId
| where Files > 50`,
      queryFrequency: 'PT1H',
      queryPeriod: 'PT1H',
      tactics: ['Exfiltration'],
      techniques: ['T1567'],
      entityMappings: [mapped('Account', 'FullName', 'UserId')],
      customDetails: { Files: 'Files' },
    }),
  },
  {
    name: ruleName('dormant-account'),
    template: { id: templateName('dormant-account'), connectors: [entra] },
    body: scheduled({
      displayName: 'An account wakes up',
      description: 'Switched off during the migration of the leavers: a sign-in after two weeks of silence.',
      enabled: false,
      severity: 'Low',
      query: `let before = SigninLogs | where TimeGenerated < ago(1d) | distinct UserPrincipalName;
SigninLogs
| where TimeGenerated > ago(1d) and ResultType == 0
| where UserPrincipalName !in (before)
| project TimeGenerated, UserPrincipalName, IPAddress`,
      queryFrequency: 'P1D',
      queryPeriod: 'P14D',
      tactics: ['InitialAccess'],
      techniques: ['T1078'],
      entityMappings: [mapped('Account', 'FullName', 'UserPrincipalName')],
    }),
  },
  {
    name: ruleName('remote-desktop-from-outside'),
    body: scheduled({
      displayName: 'Remote desktop from outside',
      description: 'Switched off: the firewall stops it now.',
      enabled: false,
      severity: 'High',
      query: `SecurityEvent
| where EventID == 4624 and LogonType == 10
| where ipv4_is_private(IpAddress) == false
| project TimeGenerated, Computer, Account, IpAddress`,
      queryFrequency: 'PT1H',
      queryPeriod: 'PT1H',
      tactics: ['LateralMovement'],
      techniques: ['T1021'],
      entityMappings: [mapped('Host', 'FullName', 'Computer'), mapped('IP', 'Address', 'IpAddress')],
    }),
  },
  {
    name: ruleName('vpn-two-cities'),
    failing: "KS142: The name 'ContosoVpn_CL' does not refer to any known column, table, variable or function.",
    body: scheduled({
      displayName: 'AUTO DISABLED VPN session from two cities',
      description:
        'The alert rule was disabled due to too many consecutive failures. The old VPN concentrator and its table are gone.',
      enabled: false,
      severity: 'Medium',
      query: `ContosoVpn_CL
| summarize Cities = dcount(City_s) by User_s, bin(TimeGenerated, 1h)
| where Cities > 1`,
      queryFrequency: 'PT1H',
      queryPeriod: 'PT1H',
      tactics: ['InitialAccess'],
      techniques: ['T1133'],
      entityMappings: [mapped('Account', 'FullName', 'User_s')],
    }),
  },
  {
    // Off since Defender looks after the workspace: it correlates itself.
    name: ruleIds.fusion,
    template: { id: templateName('fusion'), connectors: [] },
    body: {
      kind: 'Fusion',
      properties: {
        alertRuleTemplateName: templateName('fusion'),
        displayName: 'Advanced Multistage Attack Detection',
        description: 'Weak signals of several products, put together into one attack.',
        enabled: false,
        severity: 'High',
        tactics: [
          'Collection',
          'CommandAndControl',
          'CredentialAccess',
          'Exfiltration',
          'InitialAccess',
          'LateralMovement',
        ],
        techniques: [],
      },
    },
  },
  {
    name: ruleName('identity-protection-incidents'),
    template: { id: templateName('identity-protection-incidents'), connectors: [entra] },
    body: {
      kind: 'MicrosoftSecurityIncidentCreation',
      properties: {
        alertRuleTemplateName: templateName('identity-protection-incidents'),
        displayName: 'Incidents from Entra ID Protection alerts',
        description: 'Off since Defender makes the incidents.',
        enabled: false,
        productFilter: 'Azure Active Directory Identity Protection',
        severitiesFilter: ['High', 'Medium'],
        displayNamesFilter: null,
        displayNamesExcludeFilter: null,
      },
    },
  },
];
