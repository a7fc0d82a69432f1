/**
 * A laptop talks to an address that a threat-intelligence feed named a week ago: the rule that compares indicators with
 * traffic finds it, and the endpoint shows which program it was.
 */
import { guidOf } from '@/lib/base/random';
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import { binaries, binary } from '@/mocks/company/telemetry/binaries';
import { indicatorRow, stixIndicatorRow } from '@/mocks/company/telemetry/indicator';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import { child, fileLine, imageLine, processLine } from '@/mocks/scenarios/kernel/device-lines';
import {
  deviceEvidence,
  fileEvidence,
  ipEvidence,
  processEvidence,
  seenAs,
  urlEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { resolverOf, visitLines } from '@/mocks/scenarios/kernel/network-lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { day } from '@/mocks/scenarios/kernel/time';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';
import { desktopOf } from '@/mocks/scenarios/kernel/web-lines';

const beacons = 24;
/** Not quite regular, as beacons that want to look like people are. */
const everySeconds = 71;

function cast(scene: Scene) {
  const { random, company } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const server = { ip: attackerIp(190 + random.int(40)), place: elsewhere.chisinau };
  const resolver = resolverOf(company.devices, laptop.site);
  const domain = `cdn-${random.hex(6)}.example`;
  const explorer = desktopOf(at(0));
  const library = binary('msupd.dll', 'C:\\ProgramData\\Tmp', '');
  const beacon = child(explorer, binaries.rundll32, `rundll32.exe ${library.folderPath},Start`, at(0));
  return { random, at, person, laptop, resolver, server, domain, explorer, library, beacon, feedAt: at(0) - 7 * day };
}
type Cast = ReturnType<typeof cast>;

function alertsOf({ random, at, person, laptop, server, domain, explorer, library, beacon }: Cast): AlertSeed[] {
  const address = (minutes: number) =>
    ipEvidence(server.ip, server.place, {
      at: at(minutes),
      roles: ['commandAndControl'],
      verdict: 'malicious',
      remediation: 'active',
    });
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
        fileEvidence(library, laptop, { at: at(31), verdict: 'malicious', remediation: 'active' }),
        processEvidence(seenAs(beacon, explorer, person), laptop, {
          at: at(31),
          verdict: 'malicious',
          remediation: 'active',
        }),
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
  const indicator = {
    at: feedAt,
    id,
    ip: server.ip,
    threatType: 'C2',
    confidence: 92,
    provider: 'Microsoft Defender Threat Intelligence',
    expiresAt: until,
    description: 'Carpathia: command and control',
  };
  return [
    ['ThreatIntelligenceIndicator', indicatorRow(indicator)],
    ['ThreatIntelIndicators', stixIndicatorRow(indicator)],
  ];
}

/** One call home: the name asked for, the connection on the endpoint, the same at the firewall. */
function callHome({ person, laptop, resolver, server, domain, beacon }: Cast, at: number): Line[] {
  const visit = { device: laptop, who: person, person, by: beacon, remoteIp: server.ip, host: domain, resolver };
  return visitLines({ ...visit, at });
}

function stepsOf(on: Cast): Step[] {
  const { at, person, laptop, explorer, library, beacon } = on;
  return [
    {
      at: on.feedAt,
      what: 'A threat-intelligence feed names the address',
      technique: null,
      rows: () => batches(indicatorLines(on)),
    },
    {
      at: at(-1, 40),
      what: 'rundll32.exe starts a library out of ProgramData',
      technique: 'T1218.011',
      rows: () =>
        batches([
          fileLine(at(-1, 40), laptop, person, explorer, library),
          processLine(laptop, person, explorer, beacon),
          imageLine(at(0, 1), laptop, person, beacon, library),
        ]),
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
