/** The three rules that the commission names (M105, M106, M107), with the queries as they were written. */
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import { grouped, mapped, nearRealTime, type RuleSeed, scheduled } from '@/mocks/store/seed-rules/query-rule';

const signInThenAzure = `let timeframe = 1h;
let suspicious_signins = SigninLogs
| where TimeGenerated > ago(timeframe)
| where ResultType == 0
| where RiskLevelDuringSignIn in ('high', 'medium')
| where LocationDetails.city != ''
| project SignInTime=TimeGenerated, UserPrincipalName, IPAddress,
City=tostring(LocationDetails.city),
Country=tostring(LocationDetails.countryOrRegion),
RiskLevel=RiskLevelDuringSignIn, AppDisplayName;
let resource_access = AzureActivity
| where TimeGenerated > ago(timeframe)
| where CategoryValue == 'Administrative'
| where OperationNameValue has_any ('Microsoft.KeyVault', 'Microsoft.Storage', 'Microsoft.Sql')
| project AccessTime=TimeGenerated, Caller, ResourceGroup,
OperationName=OperationNameValue, ResourceId;
suspicious_signins
| join kind=inner (resource_access) on $left.UserPrincipalName == $right.Caller
| where AccessTime > SignInTime
| where datetime_diff('minute', AccessTime, SignInTime) < 60
| project SignInTime, AccessTime, UserPrincipalName, IPAddress, City, Country,
RiskLevel, OperationName, ResourceId`;

const credentialAccess = `let risky_users = SigninLogs
| where TimeGenerated > ago(15m)
| where RiskLevelDuringSignIn in ('high')
| where ResultType == 0
| distinct UserPrincipalName;
let keyvault_access = AzureDiagnostics
| where TimeGenerated > ago(15m)
| where ResourceProvider == 'MICROSOFT.KEYVAULT'
| where OperationName in ('SecretGet', 'SecretList', 'KeyGet', 'CertificateGet')
| project TimeGenerated, CallerIPAddress,
identity_claim_upn_s, OperationName, ResourceId;
let password_changes = AuditLogs
| where TimeGenerated > ago(15m)
| where OperationName has_any ('Change password', 'Reset password', 'Add app role assignment')
| extend InitiatedBy = tostring(InitiatedBy.user.userPrincipalName)
| project TimeGenerated, InitiatedBy, OperationName, TargetResources;
union
(keyvault_access | where identity_claim_upn_s in (risky_users)
| project TimeGenerated, User=identity_claim_upn_s, Action=OperationName, Resource=ResourceId),
(password_changes | where InitiatedBy in (risky_users)
| project TimeGenerated, User=InitiatedBy, Action=OperationName, Resource=tostring(TargetResources))`;

const lateralAzure = `AzureActivity
| where TimeGenerated > ago(1h)
| where CategoryValue == 'Administrative'
| where ActivityStatusValue == 'Success'
| summarize
ResourceGroupCount = dcount(ResourceGroup),
SubscriptionCount = dcount(SubscriptionId),
OperationCount = count(),
ResourceGroups = make_set(ResourceGroup, 10),
Operations = make_set(OperationNameValue, 10)
by Caller, bin(TimeGenerated, 5m)
| where ResourceGroupCount > 3 or SubscriptionCount > 1
| where OperationCount > 10
| project TimeGenerated, Caller, ResourceGroupCount, SubscriptionCount,
OperationCount, ResourceGroups, Operations`;

export const commissionedRules: readonly RuleSeed[] = [
  {
    name: ruleIds.signInThenAzure,
    body: scheduled({
      displayName: 'Suspicious Sign-in Followed by Azure Resource Access',
      description:
        'A sign-in at medium or high risk, and within the hour operations of the same user on Key Vault, Storage or SQL.',
      severity: 'High',
      query: signInThenAzure,
      queryFrequency: 'PT15M',
      queryPeriod: 'PT1H',
      tactics: ['InitialAccess', 'Collection'],
      techniques: ['T1078', 'T1530'],
      entityMappings: [
        mapped('Account', 'FullName', 'UserPrincipalName'),
        mapped('IP', 'Address', 'IPAddress'),
        mapped('AzureResource', 'ResourceId', 'ResourceId'),
      ],
      customDetails: { RiskLevel: 'RiskLevel', City: 'City', Country: 'Country' },
      alertDetailsOverride: {
        alertDisplayNameFormat: 'Suspicious sign-in of {{UserPrincipalName}} followed by Azure resource access',
        alertDescriptionFormat: 'Signed in from {{IPAddress}} in {{City}} and then worked on Azure resources.',
      },
      ...grouped('Selected', 'PT5H', ['Account']),
    }),
  },
  {
    name: ruleIds.credentialAccess,
    body: nearRealTime({
      displayName: 'Post-Compromise Credential Access Attempt',
      description:
        'A user whose sign-in was at high risk within fifteen minutes reads secrets or keys, changes a password or assigns an app role.',
      severity: 'High',
      query: credentialAccess,
      tactics: ['CredentialAccess', 'Persistence'],
      techniques: ['T1555', 'T1098'],
      entityMappings: [mapped('Account', 'FullName', 'User'), mapped('AzureResource', 'ResourceId', 'Resource')],
      customDetails: { Action: 'Action' },
      ...grouped('Selected', 'PT5H', ['Account']),
    }),
  },
  {
    name: ruleIds.lateralAzure,
    body: scheduled({
      displayName: 'Lateral Movement via Azure Resource Access Escalation',
      description: 'More than ten operations across many resource groups or several subscriptions within five minutes.',
      severity: 'Medium',
      query: lateralAzure,
      queryFrequency: 'PT5M',
      queryPeriod: 'PT1H',
      tactics: ['LateralMovement', 'Discovery'],
      techniques: ['T1580', 'T1087'],
      entityMappings: [mapped('Account', 'FullName', 'Caller')],
      customDetails: { ResourceGroups: 'ResourceGroupCount', Operations: 'OperationCount' },
      suppressionEnabled: true,
      suppressionDuration: 'PT1H',
      ...grouped('Selected', 'PT5H', ['Account']),
    }),
  },
];
