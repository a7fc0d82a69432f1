/** Q2 of the product's source texts, verbatim: Reconnaissance after a suspicious e-mail. */
import type { SampleQuery } from './sample-query';

export const reconAfterEmail: SampleQuery = {
  id: 'Q2',
  title: 'Reconnaissance after a suspicious e-mail',
  about: '“Urgent Invoice” × whoami, nltest, net1 within 60 minutes',
  note: 'InitiatingProcessAccountName is a bare name and never equals an address, so the join cannot match. InitiatingProcessAccountUpn is the column that can.',
  text: `let emailTime = EmailEvents
| where Subject contains "Urgent Invoice"
| project TimeEmail = Timestamp, Subject, RecipientEmailAddress;
DeviceProcessEvents
| where FileName in ("whoami.exe", "nltest.exe", "net1.exe")
| project TimeProcess = Timestamp, DeviceName, FileName, InitiatingProcessAccountName
| join kind=inner emailTime on $left.InitiatingProcessAccountName == $right.RecipientEmailAddress
| where TimeProcess - TimeEmail between (0min..60min)`,
};
