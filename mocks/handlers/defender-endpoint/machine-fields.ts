/** What machines can be filtered by. https://learn.microsoft.com/defender-endpoint/api/get-machines */
import type { EndpointMachine } from '@/lib/wire/defender-endpoint/machine';
import type { FilterFields } from '@/mocks/handlers/manners/odata/filter';

export const machineFields: FilterFields<EndpointMachine> = {
  id: { type: 'text', read: (machine) => machine.id },
  computerDnsName: { type: 'text', read: (machine) => machine.computerDnsName },
  version: { type: 'text', read: (machine) => machine.version },
  deviceValue: { type: 'enum', read: (machine) => machine.deviceValue },
  aadDeviceId: { type: 'text', read: (machine) => machine.aadDeviceId },
  machineTags: { type: 'collection', read: (machine) => machine.machineTags ?? [] },
  firstSeen: { type: 'time', read: (machine) => machine.firstSeen },
  lastSeen: { type: 'time', read: (machine) => machine.lastSeen },
  exposureLevel: { type: 'enum', read: (machine) => machine.exposureLevel },
  onboardingStatus: { type: 'enum', read: (machine) => machine.onboardingStatus },
  lastIpAddress: { type: 'text', read: (machine) => machine.lastIpAddress },
  healthStatus: { type: 'enum', read: (machine) => machine.healthStatus },
  osPlatform: { type: 'text', read: (machine) => machine.osPlatform },
  riskScore: { type: 'enum', read: (machine) => machine.riskScore },
  rbacGroupId: { type: 'number', read: (machine) => machine.rbacGroupId },
  rbacGroupName: { type: 'text', read: (machine) => machine.rbacGroupName },
};
