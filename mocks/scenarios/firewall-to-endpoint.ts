/**
 * One incident that mail, endpoint, firewall and a custom application tell together: Sentinel's Fusion and scheduled
 * rules with Defender's own alerts, joined by the same user and device.
 */
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import { binaries } from '@/mocks/company/telemetry/binaries';
import { type AlertFacts, raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import {
  deviceEvidence,
  ipEvidence,
  type Part,
  processEvidence,
  urlEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { connectionLine, processLine, program } from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function cast(scene: Scene) {
  const { random } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const part = (minutes: number, role: 'compromised' | 'attacked' | 'commandAndControl'): Part => ({
    at: at(minutes),
    roles: [role],
    verdict: role === 'compromised' ? 'suspicious' : 'malicious',
    remediation: 'active',
  });
  return {
    random,
    at,
    person,
    laptop,
    part,
    beacon: { ip: attackerIp(120 + random.int(60)), place: elsewhere.chisinau },
    host: `${random.hex(6)}.cdn-edge.example`,
    loop: program(
      binaries.powershell,
      'powershell.exe -w hidden -nop -c "while(1){iwr $u;sleep 60}"',
      at(5),
      'WINWORD.EXE',
    ),
  };
}
type Cast = ReturnType<typeof cast>;

function defenderAlerts({ random, at, person, laptop, part, host, loop }: Cast): AlertSeed[] {
  const { commandLine, pid, parentPid } = loop;
  const seen = {
    binary: binaries.powershell,
    commandLine,
    pid,
    startedAt: at(5),
    parent: binaries.word,
    parentPid,
    person,
  };
  return [
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
      evidence: [
        userEvidence(person, part(8, 'compromised')),
        urlEvidence(`https://${host}/poll`, { at: at(8), verdict: 'malicious' }),
      ],
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
      investigationState: 'pendingApproval',
      evidence: [
        deviceEvidence(laptop, part(12, 'attacked')),
        userEvidence(person, part(12, 'compromised')),
        processEvidence(seen, laptop, part(12, 'attacked')),
      ],
    }),
  ];
}

function sentinelAlerts({ random, at, person, laptop, part, beacon }: Cast): AlertSeed[] {
  const raise = (minutes: number, facts: Omit<AlertFacts, 'product' | 'key' | 'createdAt'>): AlertSeed =>
    raiseAlert({ ...facts, product: 'sentinel', key: random.guid(), createdAt: at(minutes) });
  const address = ipEvidence(beacon.ip, beacon.place, part(25, 'commandAndControl'));
  return [
    raise(25, {
      title: 'Beaconing pattern in firewall traffic',
      description: 'Connections of the same size to one address every minute.',
      severity: 'medium',
      category: 'CommandAndControl',
      techniques: ['T1071.001'],
      firstAt: at(6),
      lastAt: at(17),
      ruleId: ruleIds.firewallBeacon,
      evidence: [address, ipEvidence(laptop.ip, null, { at: at(25), roles: ['source'] })],
    }),
    raise(28, {
      title: 'Contoso Expenses: export by a user at risk',
      description: 'The application logged an export of every claim.',
      severity: 'medium',
      category: 'Collection',
      techniques: ['T1213'],
      firstAt: at(18),
      lastAt: at(19),
      ruleId: ruleIds.expensesExport,
      evidence: [userEvidence(person, part(28, 'compromised'))],
    }),
    raise(30, {
      title: 'Advanced multistage attack detected by Fusion',
      description: 'Fusion joined signals of low confidence to one of high.',
      severity: 'high',
      category: 'CommandAndControl',
      techniques: ['T1071'],
      firstAt: at(0),
      lastAt: at(19),
      detectionSource: 'builtInMl',
      ruleId: ruleIds.fusion,
      evidence: [userEvidence(person, part(30, 'compromised')), deviceEvidence(laptop, part(30, 'attacked')), address],
    }),
  ];
}

/** One request, as the endpoint and the firewall saw it. */
function poll({ person, laptop, beacon, host, loop }: Cast, when: number): Line[] {
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
  const to = { remoteIp: beacon.ip, remotePort: 443, remoteUrl: host };
  return [connectionLine(when, laptop, person, loop, to), ['CommonSecurityLog', firewall]];
}

function stepsOf(on: Cast): Step[] {
  const { at, person, laptop, loop } = on;
  const word = program(binaries.word, '"WINWORD.EXE" /n "Offer.docm"', at(4), 'OUTLOOK.EXE');
  return [
    {
      at: at(5),
      what: 'A Word document starts PowerShell',
      technique: 'T1059.001',
      rows: () => batches([processLine(laptop, person, word, loop)]),
    },
    {
      at: at(6),
      what: 'It polls an address every minute, seen by endpoint and firewall',
      technique: 'T1071.001',
      rows: () => batches(Array.from({ length: 12 }, (_, index) => poll(on, at(6 + index))).flat()),
    },
  ];
}

function tell(scene: Scene): Telling {
  const on = cast(scene);
  return {
    title:
      'Multi-stage incident involving Execution & Command and control on one endpoint reported by multiple sources',
    description: `Firewall, mail, endpoint and the expenses application agree about ${on.person.upn} and ${on.laptop.hostName}.`,
    severity: 'high',
    tags: ['Multi-source'],
    alerts: [...defenderAlerts(on), ...sentinelAlerts(on)],
    steps: stepsOf(on),
  };
}

export const firewallToEndpoint: Story = {
  name: 'firewall-to-endpoint',
  weight: 3,
  verdicts: [verdicts.multiStage],
  tell,
};
