/**
 * Incidents too large for Sentinel, which keeps 150 alerts of one: a campaign of 1,240 mails with an alert for each, and
 * a scanner that a rule without a threshold answers 10,000 times. Pieces of evidence that many alerts share are one
 * object, so that a tenant with both starts as quickly as one without.
 */
import { guidOf } from '@/lib/base/random';
import { attackerIp } from '@/mocks/company/sites';
import type { Message } from '@/mocks/company/telemetry/mail';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf } from '@/mocks/scenarios/kernel/cast';
import { deviceEvidence, ipEvidence, messageEvidence, urlEvidence } from '@/mocks/scenarios/kernel/evidence';
import { clickLine, mailLines, purgeLine } from '@/mocks/scenarios/kernel/mail-lines';
import { firewallLine } from '@/mocks/scenarios/kernel/network-lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { AlertSeed, Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { minute } from '@/mocks/scenarios/kernel/time';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

export const campaignMails = 1_240;
export const scannerAlerts = 10_000;

const lures = ['Your mailbox is full', 'Unusual sign-in activity', 'Benefits enrolment closes today'];

/** Two hours and a bit: a mail every six seconds. */
function tellCampaign(scene: Scene): Telling {
  const { random, company } = scene;
  const at = clockOf(scene);
  const domain = `contoso-${random.hex(4)}.example`;
  const url = `https://${domain}/keep`;
  const when = (index: number) => at(0, index * 6);
  const mail = (index: number): Message => {
    const recipient = company.people[(index * 7) % company.people.length] ?? company.person('alex.johnson');
    return {
      at: when(index),
      networkMessageId: guidOf(`${domain}/${index}`),
      senderAddress: `it-${index % 40}@${domain}`,
      senderName: 'Contoso IT',
      senderIp: attackerIp(22 + (index % 8)),
      recipient,
      subject: lures[index % lures.length] ?? '',
      direction: 'Inbound',
      deliveryAction: 'Delivered',
      deliveryLocation: 'Inbox/folder',
      threatTypes: 'Phish',
      urls: [url],
      attachments: [],
      purged: true,
    };
  };
  const link = urlEvidence(url, { at: at(0), verdict: 'malicious', remediation: 'blocked' });
  const alerts = Array.from({ length: campaignMails }, (_, index): AlertSeed => {
    const seen = when(index);
    return raiseAlert({
      product: 'xdr',
      detectionSource: 'customDetection',
      key: `${domain}/${index}`,
      title: 'Mail from a look-alike of our domain',
      description: 'The custom detection gives one alert for each mail.',
      severity: 'medium',
      category: 'InitialAccess',
      techniques: ['T1566.002', 'T1583.001'],
      firstAt: seen,
      lastAt: seen,
      createdAt: seen + 60_000,
      evidence: [messageEvidence(mail(index), { at: seen, roles: ['source'], verdict: 'malicious' }), link],
    });
  });
  return {
    title: `Phishing campaign from ${domain}: ${campaignMails.toLocaleString('en-US')} mails`,
    description: 'Mails in the name of Contoso IT reach every mailbox, twice and more.',
    severity: 'medium',
    tags: ['Campaign'],
    alerts,
    steps: [
      {
        at: at(0),
        what: `${campaignMails} mails arrive from a look-alike domain`,
        technique: 'T1566.002',
        rows: () => batches(Array.from({ length: campaignMails }, (_, index) => mailLines(mail(index))).flat()),
      },
      {
        at: at(3),
        what: 'Every fortieth recipient follows the link, mostly past a warning',
        technique: 'T1204.001',
        rows: () =>
          batches(
            Array.from({ length: Math.ceil(campaignMails / 40) }, (_, index) => {
              const clicked = mail(index * 40);
              return clickLine(clicked.at + 3 * minute, clicked, 'Phish', index % 4 !== 0);
            }),
          ),
      },
      {
        at: at(150),
        what: 'Zero-hour auto purge takes the mails out of the mailboxes',
        technique: null,
        rows: () =>
          batches(Array.from({ length: campaignMails }, (_, index) => purgeLine(at(150) + index * 40, mail(index)))),
      },
    ],
  };
}

const ports = [22, 23, 80, 135, 139, 443, 445, 1433, 3306, 3389, 5432, 5985, 8080, 8443, 9200];

/** Five and a half hours: a probe every two seconds. */
function tellScanner(scene: Scene): Telling {
  const { company } = scene;
  const at = clockOf(scene);
  const servers = company.devices.filter((device) => device.role === 'server' || device.role === 'linuxServer');
  const scanner = '10.10.250.17';
  const when = (index: number) => at(0, index * 2);
  const source = ipEvidence(scanner, null, { at: at(0), roles: ['source'], verdict: 'unknown' });
  const targets = servers.map((server) =>
    deviceEvidence(server, { at: at(0), roles: ['attacked'], verdict: 'unknown' }),
  );
  const alerts = Array.from({ length: scannerAlerts }, (_, index): AlertSeed => {
    const seen = when(index);
    const target = targets[index % targets.length];
    return raiseAlert({
      product: 'sentinel',
      key: `scanner/${scene.startAt}/${index}`,
      title: 'Denied connection inside the network',
      description: 'One alert for each denied connection: the rule has no threshold and does not group events.',
      severity: 'low',
      category: 'Discovery',
      techniques: ['T1046'],
      firstAt: seen,
      lastAt: seen,
      createdAt: seen + 120_000,
      ruleId: ruleIds.deniedConnections,
      evidence: target ? [source, target] : [source],
    });
  });
  return {
    title: 'Denied connections inside the network: the new vulnerability scanner',
    description: `${scanner} probes every server; nobody told the rule about it.`,
    severity: 'low',
    tags: ['Noisy rule', 'Tuning'],
    alerts,
    steps: [
      {
        at: at(0),
        what: 'The new vulnerability scanner probes every server and is denied',
        technique: 'T1046',
        rows: () =>
          batches(
            Array.from({ length: scannerAlerts }, (_, index): Line[] => {
              const server = servers[index % servers.length];
              if (!server) return [];
              const destinationPort = ports[Math.floor(index / servers.length) % ports.length] ?? 443;
              return [
                firewallLine({
                  at: when(index),
                  site: server.site,
                  action: 'deny',
                  application: 'unknown-tcp',
                  sourceIp: scanner,
                  destinationIp: server.ip,
                  destinationPort,
                }),
              ];
            }).flat(),
          ),
      },
    ],
  };
}

export const mailCampaign: Story = {
  name: 'mail-campaign',
  weight: 0,
  verdicts: [verdicts.phishing],
  tell: tellCampaign,
};

export const scannerStorm: Story = {
  name: 'scanner-storm',
  weight: 0,
  verdicts: [verdicts.notMalicious],
  tell: tellScanner,
};
