/** Q8 of the product's source texts, verbatim: Lateral movement in Azure. */
import type { SampleQuery } from './sample-query';

export const lateralMovementInAzure: SampleQuery = {
  id: 'Q8',
  title: 'Lateral movement in Azure',
  about: 'Scheduled rule 3: many resource groups in 5 minutes',
  note: null,
  text: `AzureActivity
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
OperationCount, ResourceGroups, Operations`,
};
