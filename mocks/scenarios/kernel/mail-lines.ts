/** A mail and what becomes of it: its rows at delivery, the click, the purge, and what the mailbox's own log says. */
import { guidOf } from '@/lib/base/random';
import type { Person } from '@/mocks/company/people';
import {
  clickRow,
  emailAttachmentRow,
  emailRow,
  emailUrlRow,
  type Message,
  type PostDelivery,
  postDeliveryRow,
} from '@/mocks/company/telemetry/mail';
import { tenantIds } from '@/mocks/company/tenant-ids';
import type { Line } from '@/mocks/scenarios/kernel/rows';

/** A mail, its links and its files. */
export function mailLines(message: Message): Line[] {
  return [
    ['EmailEvents', emailRow(message)],
    ...message.urls.map((url): Line => ['EmailUrlInfo', emailUrlRow(message, url)]),
    ...message.attachments.map((file): Line => ['EmailAttachmentInfo', emailAttachmentRow(message, file)]),
  ];
}

/** The mail is taken out of the mailbox. Give the message as `purged`, so that `EmailEvents` knows where it is now. */
export function purgeLine(at: number, message: Message, by: PostDelivery['by'] = 'Phish ZAP'): Line {
  return ['EmailPostDeliveryEvents', postDeliveryRow({ at, message, by })];
}

/** Somebody follows the mail's first link. */
export function clickLine(at: number, message: Message, threatTypes = '', throughWarning = false): Line {
  const [url = ''] = message.urls;
  const row = clickRow({
    at,
    url,
    person: message.recipient,
    ip: message.recipient.site.egressIp,
    networkMessageId: message.networkMessageId,
    allowed: true,
    throughWarning,
    threatTypes,
    reportId: guidOf(`click/${url}/${at}`),
  });
  return ['UrlClickEvents', row];
}

export type MailboxDeed = {
  readonly at: number;
  readonly person: Person;
  readonly ip: string;
  readonly operation: 'MailItemsAccessed' | 'New-InboxRule' | 'Send';
  /** JSON text, as Exchange's audit log has it. */
  readonly parameters?: string;
  /** The application that did it in somebody's name. */
  readonly clientAppId?: string;
};

const recordTypes = {
  'New-InboxRule': 'ExchangeAdmin',
  MailItemsAccessed: 'ExchangeItemAggregated',
  Send: 'ExchangeItem',
} as const satisfies Record<MailboxDeed['operation'], string>;

/** What the mailbox's own audit log says. */
export function mailboxLine({ at, person, ip, operation, parameters = '', clientAppId = '' }: MailboxDeed): Line {
  const row = {
    TimeGenerated: at,
    RecordType: recordTypes[operation],
    Operation: operation,
    OfficeWorkload: 'Exchange',
    ResultStatus: 'Succeeded',
    UserId: person.upn,
    UserKey: person.objectId,
    UserType: 'Regular',
    ClientIP: ip,
    Client_IPAddress: ip,
    OfficeId: guidOf(`mailbox/${at}/${person.upn}/${operation}`),
    OfficeObjectId: person.upn,
    MailboxOwnerUPN: person.upn,
    MailboxGuid: guidOf(`mailbox/${person.upn}`),
    AppId: clientAppId,
    ClientAppId: clientAppId,
    Parameters: parameters,
    OrganizationName: tenantIds.domain,
  };
  return ['OfficeActivity', row];
}
