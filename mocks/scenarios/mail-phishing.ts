/** A phishing mail is delivered, recognised later and taken out of the mailboxes. */
import { guidOf } from '@/lib/base/random';
import type { Person } from '@/mocks/company/people';
import { internetIp } from '@/mocks/company/sites';
import type { Message } from '@/mocks/company/telemetry/mail';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import { mailboxEvidence, messageEvidence, urlEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { clickLine, mailLines, purgeLine } from '@/mocks/scenarios/kernel/mail-lines';
import { batches } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';
import { followLink } from '@/mocks/scenarios/kernel/web-lines';

const subjects = [
  'Your parcel could not be delivered',
  'Payroll: please confirm your details',
  'New voicemail (0:43)',
  'Shared: Bonus plan 2025.xlsx',
  'Your password expires today',
];

function tell(scene: Scene): Telling {
  const { random } = scene;
  const at = clockOf(scene);
  const subject = random.pick(subjects);
  const host = `secure-${random.hex(4)}.example`;
  const url = `https://${host}/session/${random.hex(10)}`;
  const people = Array.from({ length: random.between(1, 4) }, () => victimOf(scene));
  const clicked = random.chance(0.4) ? people[0] : undefined;
  const mails = people.map((person, index) => mailTo(person, at(0, index * 3), subject, host, url));
  const severity = clicked ? 'high' : random.pick(['informational', 'low', 'medium'] as const);
  const title = clicked
    ? 'A potentially malicious URL click was detected'
    : 'Email messages containing malicious URL removed after delivery';
  return {
    title: clicked ? `${title} involving one user` : title,
    description: `"${subject}" reached ${people.length} mailbox(es).`,
    severity,
    tags: clicked ? ['Phishing'] : [],
    alerts: [
      raiseAlert({
        product: 'office',
        key: random.guid(),
        title,
        description: 'Mails with a link that was found malicious after delivery. The mails were moved to quarantine.',
        severity,
        category: 'InitialAccess',
        techniques: ['T1566.002'],
        firstAt: at(0),
        lastAt: at(5),
        createdAt: at(6),
        investigationState: 'successfullyRemediated',
        evidence: [
          ...mails.map((mail) =>
            messageEvidence(mail, { at: at(6), roles: ['source'], verdict: 'malicious', remediation: 'remediated' }),
          ),
          urlEvidence(url, { at: at(6), verdict: 'malicious', remediation: 'blocked' }),
          ...people.slice(0, 1).map((person) => mailboxEvidence(person, { at: at(6), roles: ['attacked'] })),
          ...(clicked ? [userEvidence(clicked, { at: at(6), roles: ['compromised'], remediation: 'active' })] : []),
        ],
      }),
    ],
    steps: [
      {
        at: at(0),
        what: `"${subject}" is delivered, and taken out of the mailboxes when the link was understood`,
        technique: 'T1566.002',
        rows: () =>
          batches([...mails.flatMap(mailLines), ...mails.map((mail, index) => purgeLine(at(5, index), mail))]),
      },
      ...(clicked && mails[0] ? [clickOn(scene, clicked, mails[0], at(4))] : []),
    ],
  };
}

/** Past the warning to the page, from the laptop that the recipient works on. */
function clickOn({ company }: Scene, person: Person, mail: Message, at: number): Step {
  const laptop = company.laptopOf(person);
  const [url = ''] = mail.urls;
  const page = { company, at: at + 2_000, person, laptop, url, remoteIp: internetIp(200) };
  return {
    at,
    what: `${person.displayName} follows the link past the warning`,
    technique: 'T1204.001',
    rows: () =>
      batches([
        clickLine(at, mail, 'Phish', true),
        ...(laptop.osPlatform.startsWith('Windows') ? followLink(page).lines() : []),
      ]),
  };
}

function mailTo(recipient: Person, at: number, subject: string, host: string, url: string): Message {
  return {
    at,
    networkMessageId: guidOf(`${host}/${recipient.upn}/${at}`),
    senderAddress: `notice@${host}`,
    senderName: 'Notification Service',
    senderIp: internetIp(200),
    recipient,
    subject,
    direction: 'Inbound',
    deliveryAction: 'Delivered',
    deliveryLocation: 'Inbox/folder',
    threatTypes: 'Phish',
    urls: [url],
    attachments: [],
    purged: true,
  };
}

export const mailPhishing: Story = {
  name: 'mail-phishing',
  weight: 26,
  verdicts: [verdicts.phishing, verdicts.phishing, verdicts.notMalicious],
  tell,
};
