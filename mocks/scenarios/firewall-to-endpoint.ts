/**
 * One incident that mail, endpoint, firewall and a custom application tell together: Sentinel's Fusion and scheduled
 * rules with Defender's own alerts, joined by the same user and device.
 */
import { guidOf } from '@/lib/base/random';
import { apps } from '@/mocks/company/apps';
import type { Person } from '@/mocks/company/people';
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import { type Binary, binaries, binary } from '@/mocks/company/telemetry/binaries';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import type { Message } from '@/mocks/company/telemetry/mail';
import { type AlertFacts, raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import { child, deviceEventLine, fileLine, processLine } from '@/mocks/scenarios/kernel/device-lines';
import {
  deviceEvidence,
  fileEvidence,
  ipEvidence,
  messageEvidence,
  type Part,
  processEvidence,
  seenAs,
  urlEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { cloudLine, signInLines } from '@/mocks/scenarios/kernel/lines';
import { mailLines, purgeLine } from '@/mocks/scenarios/kernel/mail-lines';
import { dnsLines, resolverOf, trafficLines } from '@/mocks/scenarios/kernel/network-lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';
import { mailProgramOf } from '@/mocks/scenarios/kernel/web-lines';

function cast(scene: Scene) {
  const { random, company } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const part = (minutes: number, role: 'compromised' | 'attacked' | 'commandAndControl'): Part => ({
    at: at(minutes),
    roles: [role],
    verdict: role === 'compromised' ? 'suspicious' : 'malicious',
    remediation: 'active',
  });
  const beacon = { ip: attackerIp(120 + random.int(60)), place: elsewhere.chisinau };
  const host = `${random.hex(6)}.cdn-edge.example`;
  const offer = binary('Offer.docm', `C:\\Users\\${person.accountName}\\Downloads`, '');
  const outlook = mailProgramOf(at(4));
  const word = child(outlook, binaries.word, `"WINWORD.EXE" /n "${offer.folderPath}"`, at(4));
  const loop = child(word, binaries.powershell, 'powershell.exe -w hidden -nop -c "while(1){iwr $u;sleep 60}"', at(5));
  const resolver = resolverOf(company.devices, laptop.site);
  const mail = offerTo(person, at(0), offer);
  return { company, random, at, person, laptop, part, beacon, host, offer, outlook, word, loop, resolver, mail };
}
type Cast = ReturnType<typeof cast>;

function offerTo(recipient: Person, at: number, offer: Binary): Message {
  return {
    at,
    networkMessageId: guidOf(`offer/${recipient.upn}/${at}`),
    senderAddress: 'sales@litware-quotes.example',
    senderName: 'Litware Quotes',
    senderIp: attackerIp(23),
    recipient,
    subject: 'Our offer for the spring order',
    direction: 'Inbound',
    deliveryAction: 'Delivered',
    deliveryLocation: 'Inbox/folder',
    threatTypes: '',
    urls: [],
    attachments: [{ fileName: offer.fileName, fileType: 'docm', size: offer.size, sha256: offer.sha256 }],
    purged: true,
  };
}

function defenderAlerts({ random, at, person, laptop, part, host, offer, word, loop, mail }: Cast): AlertSeed[] {
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
        messageEvidence(mail, { at: at(8), verdict: 'malicious', roles: ['source'], remediation: 'remediated' }),
        fileEvidence(offer, laptop, { at: at(8), verdict: 'malicious' }),
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
        processEvidence(seenAs(loop, word, person), laptop, part(12, 'attacked')),
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
function poll({ person, laptop, beacon, host, loop, resolver }: Cast, at: number): Line[] {
  return trafficLines({ at, device: laptop, who: person, person, by: loop, remoteIp: beacon.ip, host, resolver });
}

function stepsOf(on: Cast): Step[] {
  const { at, person, laptop, beacon, host, offer, outlook, word, loop, resolver, mail } = on;
  const first = { at: at(6), device: laptop, who: person, by: loop, remoteIp: beacon.ip, host, resolver };
  const opened = { ScriptContent: loop.commandLine, ContentSize: loop.commandLine.length };
  return [
    {
      at: at(0),
      what: 'A mail with a macro document is delivered; it is taken out of the mailbox when the file was understood',
      technique: 'T1566.001',
      rows: () => batches([...mailLines(mail), purgeLine(at(7), mail, 'Malware ZAP')]),
    },
    {
      at: at(3, 40),
      what: 'The document is saved and opened, and Word starts PowerShell',
      technique: 'T1059.001',
      rows: () =>
        batches([
          fileLine(at(3, 40), laptop, person, outlook, offer, { action: 'FileCreated' }),
          processLine(laptop, person, outlook, word),
          processLine(laptop, person, word, loop),
          deviceEventLine(at(5, 1), laptop, person, loop, 'AmsiScriptDetection', opened),
        ]),
    },
    {
      at: at(6),
      what: 'It polls an address every minute, seen by endpoint and firewall',
      technique: 'T1071.001',
      rows: () =>
        batches([...dnsLines(first), ...Array.from({ length: 12 }, (_, index) => poll(on, at(6 + index))).flat()]),
    },
    expensesExport(on),
  ];
}

/** The custom application is connected to Defender for Cloud Apps and signs people in with Entra ID. */
function expensesExport({ at, person, beacon }: Cast): Step {
  const claims = (seconds: number, action: string, object: string): Line =>
    cloudLine({
      at: at(18, seconds),
      person,
      from: beacon,
      app: cloudApps.expenses,
      action,
      object,
      objectType: 'Report',
    });
  return {
    at: at(17, 40),
    what: 'With the session of the browser somebody signs in to the expenses application and exports every claim',
    technique: 'T1213',
    rows: () =>
      batches([
        ...signInLines({ at: at(17, 40), person, from: beacon, app: apps.expenses, risk: 'medium' }),
        claims(5, 'View claims', 'All claims'),
        claims(40, 'Export claims', 'claims-2024.csv'),
        claims(55, 'Export claims', 'claims-2025.csv'),
      ]),
  };
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
