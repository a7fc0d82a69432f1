/** Q4 of the product's source texts, verbatim: Blocked by Conditional Access. */
import type { SampleQuery } from './sample-query';

export const blockedByConditionalAccess: SampleQuery = {
  id: 'Q4',
  title: 'Blocked by Conditional Access',
  about: 'Sign-ins refused with 53003',
  note: '53003 is Entra’s code for “blocked by Conditional Access”.',
  text: `SigninLogs | where ResultType == "53003" | project TimeGenerated, UserPrincipalName, AppDisplayName, IPAddress, ResultDescription`,
};
