/** Q7 of the product's source texts, verbatim: Credential access after a risky sign-in. */
import type { SampleQuery } from './sample-query';

export const credentialAccessAfterRiskySignIn: SampleQuery = {
  id: 'Q7',
  title: 'Credential access after a risky sign-in',
  about: 'Near-real-time rule 2',
  note: 'identity_claim_upn_s is a column that Key Vault adds to AzureDiagnostics; the published schema lacks it.',
  text: `let risky_users = SigninLogs
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
| project TimeGenerated, User=InitiatedBy, Action=OperationName, Resource=tostring(TargetResources))`,
};
