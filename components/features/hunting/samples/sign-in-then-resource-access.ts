/** Q6 of the product's source texts, verbatim: Suspicious sign-in, then Azure resource access. */
import type { SampleQuery } from './sample-query';

export const signInThenResourceAccess: SampleQuery = {
  id: 'Q6',
  title: 'Suspicious sign-in, then Azure resource access',
  about: 'Scheduled rule 1',
  note: 'ResultType is text; compared with the number 0 the engine compares as Microsoft’s does.',
  text: `let timeframe = 1h;
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
RiskLevel, OperationName, ResourceId`,
};
