/** Q10 of the product's source texts, verbatim: Persistence. */
import type { SampleQuery } from './sample-query';

export const persistence: SampleQuery = {
  id: 'Q10',
  title: 'Persistence',
  about: 'Roles, users, service principals, consents',
  note: 'AccountUpn is not in the published schema of CloudAppEvents.',
  text: `let compromisedUser = "alex.johnson@contoso.com";
CloudAppEvents
| where Timestamp > ago(4h)
| where AccountUpn == compromisedUser
| where ActionType in ("Add member to role.", "Add user.",
"Add service principal.", "Consent to application.")
| project Timestamp, ActionType, RawEventData, IPAddress`,
};
