/**
 * What the logs say about machine actions. The order is audited by Defender (`CloudAppEvents`), the antivirus scan by
 * the device; for the rest Microsoft documents no event of the device, and these carry the names of the audit.
 * https://learn.microsoft.com/defender-xdr/microsoft-xdr-auditing
 */
import { hash32 } from '@/lib/base/random';
import type { EndpointActionType } from '@/lib/wire/defender-endpoint/machine-action';
import type { LogRow } from '@/mocks/company/log-row';
import type { MachineActionRecord } from '@/mocks/store/endpoint/machine-actions';

const auditNames: Record<EndpointActionType, string> = {
  Isolate: 'IsolateDevice',
  Unisolate: 'ReleaseFromIsolation',
  RunAntiVirusScan: 'RunAntiVirusScan',
  CollectInvestigationPackage: 'CollectInvestigationPackage',
  RestrictCodeExecution: 'RestrictAppExecution',
  UnrestrictCodeExecution: 'RemoveAppRestrictions',
  StopAndQuarantineFile: 'StopAndQuarantineFile',
  LiveResponse: 'LiveResponseGetLibrary',
  Offboard: 'OffboardDevice',
};

/** `CloudAppEvents`: who ordered it. */
export function orderRow(action: MachineActionRecord, atMs: number): LogRow {
  const { device } = action.machine;
  return {
    Timestamp: atMs,
    ActionType: auditNames[action.type],
    ActivityType: 'Administrative',
    Application: 'Microsoft Defender for Endpoint',
    AccountId: action.requestor,
    AccountDisplayName: action.requestor,
    AccountType: 'Regular',
    IsAdminOperation: true,
    ObjectName: device.dnsName,
    ObjectType: 'Device',
    ObjectId: device.deviceId,
    ReportId: action.id,
    RawEventData: {
      Operation: auditNames[action.type],
      Workload: 'MicrosoftDefenderForEndpoint',
      UserId: action.requestor,
      DeviceId: device.deviceId,
      DeviceName: device.dnsName,
      ActionId: action.id,
      Comment: action.comment,
    },
    AuditSource: 'Defender for Endpoint',
  };
}

const scanEvents: Partial<Record<MachineActionRecord['status'], string>> = {
  Succeeded: 'AntivirusScanCompleted',
  Cancelled: 'AntivirusScanCancelled',
  Failed: 'AntivirusScanFailed',
};

/** `DeviceEvents`: what the sensor did; null for what leaves no trace on the device. */
export function actionEventRow(action: MachineActionRecord, atMs: number): LogRow | null {
  const name = action.type === 'RunAntiVirusScan' ? scanEvents[action.status] : auditNames[action.type];
  if (!name || !action.machine.online) return null;
  if (action.status !== 'Succeeded' && action.type !== 'RunAntiVirusScan') return null;
  const { device } = action.machine;
  return {
    Timestamp: atMs,
    ActionType: name,
    DeviceId: device.deviceId,
    DeviceName: device.dnsName,
    MachineGroup: device.machineGroup,
    ReportId: hash32(`${action.id}/${action.status}`) % 2_000_000,
    SHA1: action.sha1 ?? '',
    InitiatingProcessFileName: 'mssense.exe',
    InitiatingProcessFolderPath: 'c:\\program files\\windows defender advanced threat protection\\mssense.exe',
    InitiatingProcessAccountDomain: 'nt authority',
    InitiatingProcessAccountName: 'system',
    InitiatingProcessAccountSid: 'S-1-5-18',
    AdditionalFields: { ActionId: action.id, Scope: action.scope, Status: action.status, Requestor: action.requestor },
  };
}
