/** Q11 of the product's source texts, verbatim: Resources accessed by application. */
import type { SampleQuery } from './sample-query';

export const resourcesByApplication: SampleQuery = {
  id: 'Q11',
  title: 'Resources accessed by application',
  about: 'Azure, Key Vault, Storage',
  note: 'AccountUpn is not in the published schema of CloudAppEvents.',
  text: `let compromisedUser = "alex.johnson@contoso.com";
CloudAppEvents
| where Timestamp > ago(4h)
| where AccountUpn == compromisedUser
| where Application in ("Microsoft Azure", "Azure Key Vault", "Azure Storage")
| summarize Actions=make_set(ActionType), Count=count() by Application`,
};
