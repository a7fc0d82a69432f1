/** One mail of the ordinary flow: between colleagues, with partners, newsletters, and the phishing that gets caught. */
import { hexOf, type Random, weigh } from '@/lib/base/random';
import { partnerDomains } from '@/mocks/company/apps';
import type { Person } from '@/mocks/company/people';
import { internetIp } from '@/mocks/company/sites';
import type { Attachment, Message } from '@/mocks/company/telemetry/mail';
import { seasoned } from '@/mocks/noise/hostile';
import type { Moment } from '@/mocks/noise/table';

const kinds = weigh<'colleague' | 'partnerIn' | 'partnerOut' | 'newsletter' | 'phish'>([
  ['colleague', 46],
  ['partnerIn', 24],
  ['partnerOut', 15],
  ['newsletter', 13],
  ['phish', 2],
]);

const subjects = [
  'Re: Quarterly numbers',
  'Agenda for Thursday',
  'RE: Purchase order 4471',
  'Contract draft, second version',
  'Lunch on Friday?',
  'Minutes of the steering meeting',
  'FW: Travel booking confirmation',
  'Updated project plan',
  'Question about the invoice from December',
  'Onboarding checklist',
  'Access request approved',
  'Holiday calendar',
  'Re: Delivery window',
  'Your expense report was submitted',
  'Review of the statement of work',
  'Build 2025.3 is green',
  'Re: Warehouse inventory',
  'Interview schedule',
  'Payroll cut-off reminder',
];
const newsletters = [
  'This week in logistics',
  'Your weekly digest',
  'Product news: January',
  'Conference early bird ends soon',
];
// Near misses of the "Urgent Invoice" hunt: urgent things, and invoices, but not both words together.
const lures = [
  'Urgent: your mailbox is full',
  'Invoice attached, please pay',
  'Voicemail from unknown caller',
  'Shared document: salary review',
  'Action required: password expires',
];

const files: readonly Attachment[] = [
  'Statement of work.docx',
  'Price list.xlsx',
  'Invoice-20250108.pdf',
  'Minutes.pdf',
  'Site plan.pptx',
  'Logo.png',
].map((fileName) => ({
  fileName,
  fileType: fileName.slice(fileName.lastIndexOf('.') + 1),
  size: 40_000 + Number.parseInt(hexOf(fileName, 5), 16),
  sha256: hexOf(`contoso/attachment/${fileName}`, 64),
}));

function colleague(person: Person) {
  return { senderAddress: person.upn, senderName: person.displayName, senderIp: person.site.egressIp };
}

function stranger(domain: string, random: Random) {
  const local = random.pick(['orders', 'office', 'a.lindgren', 'm.costa', 'sales', 'projects', 'j.tanaka']);
  return {
    senderAddress: `${local}@${domain}`,
    senderName: `${local} (${domain})`,
    senderIp: internetIp(domain.length * 7),
  };
}

type Kind = (typeof kinds)['members'][number];

function senderOf(kind: Kind, domain: string, { at, staff, random }: Moment) {
  if (kind === 'colleague' || kind === 'partnerOut') return colleague(staff.someone(at, random));
  return stranger(kind === 'phish' ? `mail-${random.int(40)}.example` : domain, random);
}

function subjectOf(kind: Kind, random: Random): string {
  const pool = kind === 'phish' ? lures : kind === 'newsletter' ? newsletters : subjects;
  return seasoned(random.pick(pool), random);
}

/** What the filter did: nearly all phishing is quarantined, the rest lands in the junk folder. */
function deliveryOf(kind: Kind, random: Random): Pick<Message, 'deliveryAction' | 'deliveryLocation' | 'threatTypes'> {
  if (kind !== 'phish') {
    const deliveryLocation = kind === 'partnerOut' ? 'On-premises/external' : 'Inbox/folder';
    return { deliveryAction: 'Delivered', deliveryLocation, threatTypes: '' };
  }
  return random.chance(0.85)
    ? { deliveryAction: 'Blocked', deliveryLocation: 'Quarantine', threatTypes: 'Phish' }
    : { deliveryAction: 'Junked', deliveryLocation: 'Junk folder', threatTypes: 'Phish' };
}

const directions = {
  colleague: 'Intra-org',
  partnerOut: 'Outbound',
  partnerIn: 'Inbound',
  newsletter: 'Inbound',
  phish: 'Inbound',
} as const satisfies Record<Kind, Message['direction']>;

const linkChance: Record<Kind, number> = {
  colleague: 0.35,
  partnerIn: 0.35,
  partnerOut: 0.35,
  newsletter: 0.95,
  phish: 0.95,
};

function linkOf(kind: Kind, domain: string, random: Random): string[] {
  if (!random.chance(linkChance[kind])) return [];
  const host =
    kind === 'phish' ? `login-${random.int(40)}.example` : kind === 'colleague' ? 'contoso.sharepoint.com' : domain;
  return [`https://${host}/${random.pick(['doc', 'news', 'p', 'view'])}/${random.hex(8)}`];
}

/** The tables of the stream `mail` draw this first, so that a link belongs to its mail. */
export function mailMoment(moment: Moment): Message {
  const { at, staff, random } = moment;
  const kind = random.draw(kinds);
  const recipient = staff.someone(at, random);
  const domain = random.pick(partnerDomains);
  return {
    at,
    networkMessageId: random.guid(),
    recipient,
    ...senderOf(kind, domain, moment),
    subject: subjectOf(kind, random),
    direction: directions[kind],
    ...deliveryOf(kind, random),
    urls: linkOf(kind, domain, random),
    attachments: kind !== 'newsletter' && random.chance(0.2) ? [random.pick(files)] : [],
    ...(kind === 'partnerOut' ? { externalRecipient: `orders@${domain}` } : {}),
  };
}
