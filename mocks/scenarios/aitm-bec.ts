/**
 * An adversary in the middle: a page that passes the sign-in through and keeps the session, a rule that hides the
 * answers, and a mail from the real mailbox that asks for money.
 */
import { guidOf } from '@/lib/base/random';
import { apps } from '@/mocks/company/apps';
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { domainOf, type Message } from '@/mocks/company/telemetry/mail';
import { type AlertFacts, raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import {
  ipEvidence,
  mailboxEvidence,
  messageEvidence,
  type Part,
  urlEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { cloudLine, signInLines, tokenLines } from '@/mocks/scenarios/kernel/lines';
import { clickLine, mailboxLine, mailLines, purgeLine } from '@/mocks/scenarios/kernel/mail-lines';
import { trafficLines } from '@/mocks/scenarios/kernel/network-lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';
import { followLink } from '@/mocks/scenarios/kernel/web-lines';

const subject = 'Fabrikam changed its bank account: invoice of January';

function cast(scene: Scene) {
  const { random, company } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const host = `login-${random.hex(5)}.example`;
  const url = `https://${host}/common/oauth2/authorize?login_hint=${person.accountName}`;
  const relay = { ip: attackerIp(150 + random.int(40)), place: elsewhere.amsterdam };
  const message = (more: Partial<Message> & Pick<Message, 'at' | 'subject'>): Message => ({
    networkMessageId: guidOf(`${host}/${more.subject}/${more.at}`),
    senderAddress: `no-reply@${host}`,
    senderName: 'Document Portal',
    senderIp: attackerIp(21),
    recipient: person,
    direction: 'Inbound',
    deliveryAction: 'Delivered',
    deliveryLocation: 'Inbox/folder',
    threatTypes: '',
    urls: [],
    attachments: [],
    ...more,
  });
  const lure = message({ at: at(0), subject: 'A document waits for your signature', urls: [url], purged: true });
  const followed = followLink({ company, at: at(4, 2), person, laptop, url, remoteIp: relay.ip });
  const own = { senderAddress: person.upn, senderName: person.displayName, senderIp: person.site.egressIp };
  const colleagues = company.people.filter((one) => one.department === 'Finance' && one !== person).slice(0, 6);
  const fraud = colleagues.map((recipient, index) =>
    message({ ...own, at: at(31, index * 4), recipient, subject, direction: 'Intra-org' }),
  );
  return { random, at, person, laptop, url, relay, lure, fraud, followed };
}
type Cast = ReturnType<typeof cast>;

function alertsOf({ random, at, person, url, relay, lure, fraud }: Cast): AlertSeed[] {
  const raise = (minutes: number, facts: Omit<AlertFacts, 'key' | 'createdAt'>): AlertSeed =>
    raiseAlert({ ...facts, key: random.guid(), createdAt: at(minutes) });
  const part = (minutes: number, role: 'compromised' | 'attacker' | 'source'): Part => ({
    at: at(minutes),
    roles: [role],
    verdict: role === 'compromised' ? 'suspicious' : 'malicious',
    remediation: 'active',
  });
  const taken = (minutes: number) => [
    userEvidence(person, part(minutes, 'compromised')),
    ipEvidence(relay.ip, relay.place, part(minutes, 'attacker')),
  ];
  return [
    raise(9, {
      product: 'office',
      title: 'A potentially malicious URL click was detected',
      description: 'The link leads to a page that passes sign-ins through to Microsoft.',
      severity: 'high',
      category: 'InitialAccess',
      techniques: ['T1566.002'],
      firstAt: at(0),
      lastAt: at(4),
      evidence: [
        messageEvidence(lure, part(9, 'source')),
        urlEvidence(url, part(9, 'source')),
        userEvidence(person, part(9, 'compromised')),
      ],
    }),
    raise(14, {
      product: 'xdr',
      title: 'User compromised in AiTM phishing attack',
      description: 'The session cookie of a sign-in with a second factor was used from another network at once.',
      severity: 'high',
      category: 'CredentialAccess',
      techniques: ['T1557', 'T1539', 'T1550.004'],
      firstAt: at(5),
      lastAt: at(12),
      evidence: taken(14),
    }),
    raise(24, {
      product: 'cloudApps',
      title: 'Suspicious inbox manipulation rule',
      description: 'Mails with "invoice" or "payment" are moved to RSS Feeds and marked as read.',
      severity: 'medium',
      category: 'DefenseEvasion',
      techniques: ['T1564.008'],
      firstAt: at(20),
      lastAt: at(20),
      evidence: [...taken(24), mailboxEvidence(person, part(24, 'compromised'))],
    }),
    raise(36, {
      product: 'xdr',
      title: 'Suspicious emails sent by a BEC-related user',
      description: `"${subject}" went to ${fraud.length} colleagues from a mailbox that somebody else reads.`,
      severity: 'high',
      category: 'LateralMovement',
      categories: ['LateralMovement', 'Impact'],
      techniques: ['T1534', 'T1657'],
      firstAt: at(31),
      lastAt: at(32),
      evidence: [...taken(36), ...fraud.map((mail) => messageEvidence(mail, part(36, 'source')))],
    }),
  ];
}

function signInSteps({ at, person, relay, lure, followed }: Cast): Step[] {
  const session = { person, from: relay, app: apps.officeHome } as const;
  return [
    {
      at: at(0),
      what: 'A mail with a link to the relay is delivered; it is purged after the link was understood',
      technique: 'T1566.002',
      rows: () => batches([...mailLines(lure), purgeLine(at(22), lure)]),
    },
    {
      at: at(4),
      what: 'The link is followed: the browser talks to the relay',
      technique: 'T1204.001',
      rows: () =>
        batches([
          clickLine(at(4), lure),
          ...followed.lines(),
          ...trafficLines({ ...followed.visit, at: at(4, 40), sentBytes: 4_210, receivedBytes: 61_440 }),
        ]),
    },
    {
      at: at(5),
      what: 'The sign-in passes through the relay, second factor and all; its session goes on from there',
      technique: 'T1557',
      rows: () =>
        batches([
          ...signInLines({ ...session, at: at(5), risk: 'high' }),
          ...[7, 9, 12].flatMap((minutes) => tokenLines({ ...session, at: at(minutes), app: apps.exchange })),
        ]),
    },
  ];
}

/** What Exchange says about a message it sent: the id that `EmailEvents` has too. */
const sent = (mail: Message) => ({
  Item: { Subject: mail.subject, InternetMessageId: `<${mail.networkMessageId}@${domainOf(mail.senderAddress)}>` },
});

function mailboxSteps({ at, person, relay, fraud }: Cast): Step[] {
  const deed = { person, from: relay, app: cloudApps.exchange } as const;
  const rule = JSON.stringify([
    { Name: 'Name', Value: '.' },
    { Name: 'SubjectOrBodyContainsWords', Value: 'invoice;payment;bank' },
    { Name: 'MoveToFolder', Value: 'RSS Feeds' },
    { Name: 'MarkAsRead', Value: 'True' },
  ]);
  return [
    {
      at: at(15),
      what: 'The mailbox is searched for payments',
      technique: 'T1114.002',
      rows: () =>
        batches(
          [15, 16, 18].flatMap((minutes): Line[] => [
            cloudLine({
              ...deed,
              at: at(minutes),
              action: 'MailItemsAccessed',
              object: person.upn,
              objectType: 'Mailbox',
            }),
            mailboxLine({ at: at(minutes), person, ip: relay.ip, operation: 'MailItemsAccessed' }),
          ]),
        ),
    },
    {
      at: at(20),
      what: 'An inbox rule hides what is answered',
      technique: 'T1564.008',
      rows: () =>
        batches([
          cloudLine({
            ...deed,
            at: at(20),
            action: 'New-InboxRule',
            object: '.',
            objectType: 'Inbox rule',
            raw: { Parameters: JSON.parse(rule) },
          }),
          mailboxLine({ at: at(20), person, ip: relay.ip, operation: 'New-InboxRule', parameters: rule }),
        ]),
    },
    {
      at: at(31),
      what: `"${subject}" goes to ${fraud.length} colleagues in Finance`,
      technique: 'T1534',
      rows: () =>
        batches([
          ...fraud.flatMap((mail): Line[] => [
            ...mailLines(mail),
            cloudLine({
              ...deed,
              at: mail.at,
              action: 'Send',
              object: mail.subject,
              objectType: 'Message',
              raw: sent(mail),
            }),
            mailboxLine({ at: mail.at, person, ip: relay.ip, operation: 'Send' }),
          ]),
        ]),
    },
  ];
}

function tell(scene: Scene): Telling {
  const on = cast(scene);
  return {
    title: `AiTM phishing led to business e-mail compromise of ${on.person.displayName}`,
    description: `${on.person.upn} signed in through a relay; the mailbox then asked Finance to pay into another account.`,
    severity: 'high',
    tags: ['AiTM', 'BEC'],
    alerts: alertsOf(on),
    steps: [...signInSteps(on), ...mailboxSteps(on)],
  };
}

export const aitmBec: Story = {
  name: 'aitm-bec',
  weight: 0,
  verdicts: [verdicts.compromised, verdicts.phishing],
  tell,
};
