/** The exercise of the source texts, which give no query for it: cloud sign-ins beside device logons of the same user. */
import type { SampleQuery } from './sample-query';

export const signInsAndDeviceLogons: SampleQuery = {
  id: 'Try it',
  title: 'Cloud sign-ins beside device logons',
  about: 'Sentinel joined with Defender on the same user',
  note: null,
  text: `// Sentinel knows the address, Defender the account name: the part before the @ is what both share.
let window = 7d;
SigninLogs
| where TimeGenerated > ago(window)
| extend Account = tolower(tostring(split(UserPrincipalName, "@")[0]))
| summarize SignIns = count(), LastSignIn = max(TimeGenerated), Addresses = make_set(IPAddress, 10) by Account, UserPrincipalName
| join kind=inner (
    DeviceLogonEvents
    | where Timestamp > ago(window)
    | extend Account = tolower(AccountName)
    | summarize Logons = count(), LastLogon = max(Timestamp), Devices = make_set(DeviceName, 10) by Account
) on Account
| project UserPrincipalName, SignIns, LastSignIn, Addresses, Logons, LastLogon, Devices
| sort by SignIns desc`,
};
