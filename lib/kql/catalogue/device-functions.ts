/** Defender's functions about a device's addresses that are called like a table. */
import type { SavedFunction } from './saved-function';

/** https://learn.microsoft.com/defender-xdr/advanced-hunting-assignedipaddresses-function */
const assignedIpAddresses: SavedFunction = {
  name: 'AssignedIPAddresses',
  parameters: '(x:string, y:datetime=datetime(null))',
  body: `DeviceNetworkInfo
| where DeviceId =~ x or DeviceName =~ x
| where Timestamp <= coalesce(y, now())
| summarize arg_max(Timestamp, NetworkAdapterType, ConnectedNetworks, IPAddresses) by NetworkAdapterName
| mv-expand Address = parse_json(IPAddresses)
| extend IPAddress = tostring(Address.IPAddress), IPType = tostring(Address.AddressType)
| where isnotempty(IPAddress)
| project Timestamp, IPAddress, IPType, NetworkAdapterType, ConnectedNetworks`,
};

export const deviceFunctions: readonly SavedFunction[] = [assignedIpAddresses];
