/** Q3 of the product's source texts, verbatim: WMI lateral movement. */
import type { SampleQuery } from './sample-query';

export const wmiLateralMovement: SampleQuery = {
  id: 'Q3',
  title: 'WMI lateral movement',
  about: 'wmiprvse.exe per device and hour',
  note: 'Fails as written: = assigns, == compares. The editor marks each place and offers the fix (Ctrl+.).',
  text: `DeviceProcessEvents | where FileName = "wmiprvse.exe" | where InitiatingProcessParentFileName = "svchost.exe" | where InitiatingProcessFileName = "services.exe" | where ProcessCommandLine contains " -n " | project Timestamp, DeviceName, InitiatingProcessParentFileName, InitiatingProcessFileName, ProcessCommandLine | summarize count() by DeviceName, bin(Timestamp, 1h)`,
};
