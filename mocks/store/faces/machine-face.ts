/** A device as Defender for Endpoint's API shows it. */
import { createRandom, hash32 } from '@/lib/base/random';
import { type EndpointMachine, endpointRiskScores } from '@/lib/wire/defender-endpoint/machine';
import type { MachineRecord } from '@/mocks/store/endpoint/machines';
import type { AlertRecord } from '@/mocks/store/records/alert-record';

const scoreOf = { informational: 1, low: 2, medium: 3, high: 4, unknown: 0, unknownFutureValue: 0 } as const;

/** The worst of its alerts that nobody has resolved. */
export function riskScoreOf(alerts: readonly AlertRecord[]): (typeof endpointRiskScores)[number] {
  const open = alerts.filter(({ graph }) => graph.status !== 'resolved');
  return endpointRiskScores[Math.max(0, ...open.map(({ graph }) => scoreOf[graph.severity]))] ?? 'None';
}

const versions: Record<string, Record<number, string>> = {
  Windows11: { 26100: '24H2', 22631: '23H2' },
  Windows10: { 19045: '22H2' },
  WindowsServer2022: { 20348: '21H2' },
  WindowsServer2019: { 17763: '1809' },
  WindowsServer2016: { 14393: '1607' },
};
const quarterHourMs = 900_000;

/** When the sensor was last heard of: at some minute of the last quarter of an hour, or when it fell offline. */
function lastSeenOf({ device, lastHeard }: MachineRecord, nowMs: number): string {
  const offset = hash32(device.hostName) % quarterHourMs;
  return lastHeard ?? new Date(nowMs - ((nowMs - offset) % quarterHourMs)).toISOString();
}

export function machineFace(record: MachineRecord, alerts: readonly AlertRecord[], nowMs: number): EndpointMachine {
  const { device } = record;
  const phone = device.role === 'phone';
  const windows = device.osPlatform.startsWith('Windows');
  const groupId = 1 + (hash32(device.machineGroup) % 40);
  const valued = device.role === 'domainController' || ['sql', 'hr', 'backup', 'mgmt'].includes(device.purpose ?? '');
  return {
    id: device.deviceId,
    computerDnsName: device.dnsName,
    firstSeen: record.firstSeen,
    lastSeen: lastSeenOf(record, nowMs),
    osPlatform: device.osPlatform,
    osVersion: device.osVersion,
    osProcessor: device.osPlatform === 'macOS' || phone ? 'arm64' : 'x64',
    osArchitecture: '64-bit',
    osBuild: device.osBuild,
    version: versions[device.osPlatform]?.[device.osBuild] ?? device.osVersion,
    lastIpAddress: device.ip,
    lastExternalIpAddress: device.site.egressIp,
    agentVersion: phone ? '1.0.69' : windows ? '10.8790.26100.1' : '101.24112.0001',
    healthStatus: record.online ? 'Active' : 'Inactive',
    deviceValue: valued ? 'High' : 'Normal',
    rbacGroupId: groupId,
    rbacGroupName: device.machineGroup,
    riskScore: riskScoreOf(alerts),
    exposureLevel: record.exposureLevel,
    isAadJoined: device.role === 'laptop' || phone,
    aadDeviceId: device.entraDeviceId,
    machineTags: [...record.tags],
    defenderAvStatus: !windows
      ? 'Unknown'
      : createRandom('av', device.hostName).chance(0.95)
        ? 'Updated'
        : 'NotUpdated',
    onboardingStatus: 'Onboarded',
    managedBy: phone || device.role === 'laptop' ? 'Intune' : 'Unknown',
    managedByStatus: phone || device.role === 'laptop' ? 'Managed' : 'Unknown',
    ipAddresses: [
      {
        ipAddress: device.ip,
        macAddress: device.mac,
        type: device.role === 'laptop' || phone ? 'Wireless80211' : 'Ethernet',
        operationalStatus: 'Up',
      },
    ],
  };
}
