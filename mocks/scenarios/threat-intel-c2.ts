/**
 * A laptop talks to an address that a threat-intelligence feed named a week ago: the rule that compares indicators with
 * traffic finds it, and the endpoint shows which program it was.
 */
import { guidOf } from '@/lib/base/random';
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import { binaries } from '@/mocks/company/telemetry/binaries';
import { indicatorRow } from '@/mocks/company/telemetry/indicator';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import {
  deviceEvidence,
  ipEvidence,
  processEvidence,
  urlEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { connectionLine, firewallLine, processLine, program } from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { day } from '@/mocks/scenarios/kernel/time';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

const beacons = 24;
/** Not quite regular, as beacons that want to look like people are. */
const everySeconds = 71;

function cast(scene: Scene) {
  const { random, company } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const server = { ip: attackerIp(190 + random.int(40)), place: elsewhere.chisinau };
  const resolver = random.pick(company.devices.filter((device) => device.role === 'domainController'));
  const domain = `cdn-${random.hex(6)}.example`;
  const explorer = program(binaries.explorer, 'C:\\Windows\\explorer.exe', at(-180), 'userinit.exe');
  const beacon = program(
    binaries.rundll32,
    'rundll32.exe C:\\ProgramData\\Tmp\\msupd.dll,Start',
    at(0),
    'explorer.exe',
  );
  return { random, at, person, laptop, resolver, server, domain, explorer, beacon, feedAt: at(0) - 7 * day };
}
type Cast = ReturnType<typeof cast>;

function alertsOf({ random, at, person, laptop, server, domain, beacon }: Cast): AlertSeed[] {
  const address = (minutes: number) =>
    ipEvidence(server.ip, server.place, {
      at: at(minutes),
      roles: ['commandAndControl'],
      verdict: 'malicious',
      remediation: 'active',
    });
  const seen = {
    binary: binaries.rundll32,
    commandLine: beacon.commandLine,
    pid: beacon.pid,
    startedAt: at(0),
    parent: binaries.explorer,
    parentPid: beacon.parentPid,
    person,
  };
  return [
    raiseAlert({
      product: 'sentinel',
      key: random.guid(),
      title: 'TI map IP entity to CommonSecurityLog',
      description: `Traffic to ${server.ip}, which Microsoft Defender Threat Intelligence lists as command and control.`,
      severity: 'medium',
      category: 'CommandAndControl',
      techniques: ['T1071.001'],
      firstAt: at(1),
      lastAt: at(18),
      createdAt: at(20),
      ruleId: ruleIds.threatIntelMatch,
      customDetails: { IndicatorProvider: ['Microsoft Defender Threat Intelligence'], Confidence: ['92'] },
      evidence: [address(20), ipEvidence(laptop.ip, null, { at: at(20), roles: ['source'] })],
    }),
    raiseAlert({
      product: 'endpoint',
      key: random.guid(),
      title: 'Network connection to a known command-and-control server',
      description: 'rundll32.exe connects again and again to an address of the Carpathia group.',
      severity: 'high',
      category: 'CommandAndControl',
      techniques: ['T1071.001', 'T1218.011'],
      firstAt: at(1),
      lastAt: at(30),
      createdAt: at(31),
      evidence: [
        deviceEvidence(laptop, { at: at(31), roles: ['compromised'], verdict: 'malicious', remediation: 'active' }),
        userEvidence(person, { at: at(31), roles: ['compromised'] }),
        processEvidence(seen, laptop, { at: at(31), verdict: 'malicious', remediation: 'active' }),
        address(31),
        urlEvidence(`https://${domain}/jquery.min.js`, { at: at(31), verdict: 'malicious' }),
      ],
    }),
  ];
}

/** The feed's entry, in the table of old and in the one that follows it. */
function indicatorLines({ server, feedAt }: Cast): Line[] {
  const id = guidOf(`indicator/${server.ip}/${feedAt}`);
  const until = feedAt + 90 * day;
  const stix = {
    type: 'indicator',
    id: `indicator--${id}`,
    pattern: `[ipv4-addr:value = '${server.ip}']`,
    labels: ['malicious-activity'],
    valid_from: new Date(feedAt).toISOString(),
    valid_until: new Date(until).toISOString(),
  };
  const old = indicatorRow({
    at: feedAt,
    id,
    ip: server.ip,
    threatType: 'C2',
    confidence: 92,
    provider: 'Microsoft Defender Threat Intelligence',
    expiresAt: until,
    description: 'Carpathia: command and control',
  });
  const now = {
    TimeGenerated: feedAt,
    Id: stix.id,
    ObservableKey: 'ipv4-addr:value',
    ObservableValue: server.ip,
    Pattern: stix.pattern,
    Confidence: 92,
    IsActive: true,
    IsDeleted: false,
    Revoked: false,
    Created: feedAt,
    Modified: feedAt,
    ValidFrom: feedAt,
    ValidUntil: until,
    Tags: 'c2',
    Data: stix,
    SourceSystem: 'Microsoft Defender Threat Intelligence',
  };
  return [
    ['ThreatIntelligenceIndicator', old],
    ['ThreatIntelIndicators', now],
  ];
}

/** One call home: the name asked for, the connection on the endpoint, the same at the firewall. */
function callHome({ person, laptop, resolver, server, domain, beacon }: Cast, when: number): Line[] {
  const question = {
    TimeGenerated: when - 200,
    EventType: 'Query',
    EventSubType: 'response',
    EventResult: 'Success',
    EventProduct: 'DNS Server',
    EventVendor: 'Microsoft',
    EventStartTime: when - 200,
    EventEndTime: when - 200,
    EventCount: 1,
    Dvc: resolver.dnsName,
    DvcHostname: resolver.hostName,
    DvcIpAddr: resolver.ip,
    SrcIpAddr: laptop.ip,
    SrcHostname: laptop.hostName,
    DnsQuery: domain,
    DnsQueryTypeName: 'A',
    EventResultDetails: 'NOERROR',
    DnsResponseName: server.ip,
  };
  return [
    ['ASimDnsActivityLogs', question],
    connectionLine(when, laptop, person, beacon, { remoteIp: server.ip, remotePort: 443, remoteUrl: domain }),
    firewallLine({
      at: when,
      site: laptop.site,
      action: 'allow',
      application: 'ssl',
      sourceIp: laptop.ip,
      destinationIp: server.ip,
      destinationPort: 443,
      user: person,
    }),
  ];
}

function stepsOf(on: Cast): Step[] {
  const { at, person, laptop, explorer, beacon } = on;
  return [
    {
      at: on.feedAt,
      what: 'A threat-intelligence feed names the address',
      technique: null,
      rows: () => batches(indicatorLines(on)),
    },
    {
      at: at(0),
      what: 'rundll32.exe starts a library out of ProgramData',
      technique: 'T1218.011',
      rows: () => batches([processLine(laptop, person, explorer, beacon)]),
    },
    {
      at: at(1),
      what: 'It calls home every minute or so',
      technique: 'T1071.001',
      rows: () =>
        batches(
          Array.from({ length: beacons }, (_, index) => callHome(on, at(1, index * everySeconds + (index % 3)))).flat(),
        ),
    },
  ];
}

function tell(scene: Scene): Telling {
  const on = cast(scene);
  return {
    title: `Command and control matched by threat intelligence on ${on.laptop.hostName}`,
    description: `${on.laptop.hostName} calls ${on.server.ip}, known to belong to Carpathia since last week.`,
    severity: 'high',
    tags: ['Threat intelligence'],
    alerts: alertsOf(on),
    steps: stepsOf(on),
  };
}

export const threatIntelC2: Story = {
  name: 'threat-intel-c2',
  weight: 0,
  verdicts: [verdicts.malware, verdicts.multiStage],
  tell,
};
