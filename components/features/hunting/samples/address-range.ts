/** Q12 of the product's source texts, verbatim: The address range, 30 days. */
import type { SampleQuery } from './sample-query';

export const addressRange: SampleQuery = {
  id: 'Q12',
  title: 'The address range, 30 days',
  about: 'Sign-ins from 185.',
  note: 'startswith "185." is a /8: far wider than the /24 that was asked for. ipv4_is_in_range(IPAddress, "185.0.0.0/24") is the narrow form.',
  text: `let suspiciousRange = "185.";
SigninLogs
| where TimeGenerated > ago(30d)
| where IPAddress startswith suspiciousRange
| summarize
SignInCount = count(),
UniqueUsers = dcount(UserPrincipalName),
Users = make_set(UserPrincipalName, 20),
SuccessCount = countif(ResultType == 0),
FailureCount = countif(ResultType != 0),
FirstSeen = min(TimeGenerated),
LastSeen = max(TimeGenerated)
by IPAddress
| where UniqueUsers > 1 or FailureCount > 5
| sort by SignInCount desc`,
};
