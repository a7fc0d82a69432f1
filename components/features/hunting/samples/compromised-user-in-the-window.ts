/** Q9 of the product's source texts, verbatim: Everything the compromised user did. */
import type { SampleQuery } from './sample-query';

export const compromisedUserInTheWindow: SampleQuery = {
  id: 'Q9',
  title: 'Everything the compromised user did',
  about: 'Three tables, 08:30 to 10:00 on 2025-01-15',
  note: 'A column that one of the three tables lacks is blank in its rows. AccountUpn is not in the published schema of CloudAppEvents.',
  text: `let attackStart = datetime(2025-01-15T08:30:00Z);
let attackEnd = datetime(2025-01-15T10:00:00Z);
let compromisedUser = "alex.johnson@contoso.com";
union CloudAppEvents, IdentityLogonEvents, AADSignInEventsBeta
| where Timestamp between (attackStart .. attackEnd)
| where AccountUpn == compromisedUser or
AccountObjectId == "user-object-id"
| project Timestamp, ActionType, Application,
IPAddress, Country, DeviceName
| sort by Timestamp asc`,
};
