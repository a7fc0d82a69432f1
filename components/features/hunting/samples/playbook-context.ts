/** Q13 of the product's source texts, verbatim: A playbook’s context query. */
import type { SampleQuery } from './sample-query';

export const playbookContext: SampleQuery = {
  id: 'Q13',
  title: 'A playbook’s context query',
  about: 'Activities per compromised user',
  note: null,
  text: `let incidentEntities = dynamic(["alex.johnson@contoso.com"]);
let lookback = 4h;
// Gather all activities by compromised entities
let allActivities = union SigninLogs, AuditLogs, AzureActivity
| where TimeGenerated > ago(lookback)
| where UserPrincipalName in (incidentEntities) or Caller in (incidentEntities);
// Generate containment summary
allActivities
| summarize
TotalEvents = count(),
SignIns = countif(Type == "SigninLogs"),
AdminActions = countif(Type == "AzureActivity"),
DirectoryChanges = countif(Type == "AuditLogs"),
UniqueIPs = dcount(IPAddress),
IPAddresses = make_set(IPAddress, 20)
by UserPrincipalName`,
};
