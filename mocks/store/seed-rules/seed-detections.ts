/** The custom detections of Defender that the tenant starts with. */
import { guidOf } from '@/lib/base/random';
import type { DetectionRuleFields } from '@/mocks/store/records/detection-rule-record';
import type { Store } from '@/mocks/store/store';

const dayMs = 86_400_000;

export const detectionSeeds: readonly { id: string; fields: DetectionRuleFields }[] = [
  {
    id: 'reconnaissance-from-office',
    fields: {
      displayName: 'Reconnaissance started by a browser or Office',
      description: 'whoami, nltest or net1 below a program that people read mail or web pages with.',
      status: 'enabled',
      queryCondition: {
        queryText: `DeviceProcessEvents
| where FileName in~ ('whoami.exe', 'nltest.exe', 'net1.exe')
| where InitiatingProcessParentFileName in~ ('msedge.exe', 'OUTLOOK.EXE', 'WINWORD.EXE', 'EXCEL.EXE')
| project Timestamp, ReportId, DeviceId, DeviceName, AccountUpn, ProcessCommandLine`,
      },
      schedule: { frequency: 'PT1H' },
      detectionAction: {
        alertTemplate: {
          title: 'Reconnaissance by {{AccountUpn}} on {{DeviceName}}',
          description: 'A script that came by mail or web asks about the domain.',
          severity: 'medium',
          recommendedActions: 'Look at what the user opened before, and isolate the device when it was not expected.',
          tactics: [{ tactic: 'Discovery', techniques: [{ technique: 'T1087', subTechniques: ['T1087.002'] }] }],
          entityMappings: {
            accounts: [{ upnColumn: 'AccountUpn' }],
            hosts: [{ deviceIdColumn: 'DeviceId' }],
          },
          customDetails: { Command: 'ProcessCommandLine' },
        },
      },
    },
  },
  {
    id: 'listed-address',
    fields: {
      displayName: 'Device talks to a listed address',
      description: 'A connection to an address that the feeds know.',
      status: 'enabled',
      queryCondition: {
        queryText: `let listed = ThreatIntelligenceIndicator | where Active == true and isnotempty(NetworkIP) | distinct NetworkIP;
DeviceNetworkEvents
| where ActionType == 'ConnectionSuccess' and RemoteIP in (listed)
| project Timestamp, ReportId, DeviceId, DeviceName, RemoteIP, RemoteUrl`,
      },
      schedule: { frequency: 'PT0S' },
      detectionAction: {
        alertTemplate: {
          title: 'Connection to the listed address {{RemoteIP}}',
          description: 'The device {{DeviceName}} reached an address of a threat-intelligence feed.',
          severity: 'high',
          tactics: [{ tactic: 'CommandAndControl', techniques: [{ technique: 'T1071' }] }],
          entityMappings: { hosts: [{ deviceIdColumn: 'DeviceId' }], ips: [{ addressColumn: 'RemoteIP' }] },
        },
      },
    },
  },
  {
    id: 'new-service-on-servers',
    fields: {
      displayName: 'New service on a server',
      description: 'Switched off by Microsoft: its query kept running into the limit of results.',
      status: 'autoDisabled',
      queryCondition: {
        queryText: `DeviceEvents
| where ActionType == 'ServiceInstalled' and DeviceName startswith 'srv-'
| project Timestamp, ReportId, DeviceId, DeviceName`,
      },
      schedule: { frequency: 'PT24H' },
      detectionAction: {
        alertTemplate: {
          title: 'New service on {{DeviceName}}',
          severity: 'low',
          tactics: [{ tactic: 'Persistence', techniques: [{ technique: 'T1543', subTechniques: ['T1543.003'] }] }],
          entityMappings: { hosts: [{ deviceIdColumn: 'DeviceId' }] },
        },
        incidentConfiguration: { isExcludedFromIncidentCorrelation: true },
      },
    },
  },
];

const gaveUp = {
  status: 'failed',
  errorCode: 'queryExceededResultSize',
  failureReason: 'The result of the query was too large.',
} as const;

export function seedDetections(store: Store, now: Date): void {
  const author = store.company.person('sam.okoye').upn;
  const madeAt = new Date(now.getTime() - 30 * dayMs).toISOString();
  const lastRunAt = new Date(now.getTime() - 4 * dayMs).toISOString();
  for (const { id, fields } of detectionSeeds) {
    store.detectionRules.add({
      id,
      detectorId: guidOf(`detection-rule/${id}`),
      fields,
      createdBy: author,
      createdDateTime: madeAt,
      lastModifiedBy: author,
      lastModifiedDateTime: madeAt,
      queryModifiedDateTime: madeAt,
      lastRun: fields.status === 'autoDisabled' ? { ...gaveUp, lastRunDateTime: lastRunAt } : null,
      nextRunDateTime: null,
    });
  }
}
