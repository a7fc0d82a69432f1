/** One message as Defender for Office 365 writes it: the mail, its links, its attachments, the clicks on them. */
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';

export type Message = {
  readonly at: number;
  readonly networkMessageId: string;
  readonly senderAddress: string;
  readonly senderName: string;
  readonly senderIp: string;
  readonly recipient: Person;
  readonly subject: string;
  readonly direction: 'Inbound' | 'Outbound' | 'Intra-org';
  readonly deliveryAction: 'Delivered' | 'Junked' | 'Blocked';
  readonly deliveryLocation: 'Inbox/folder' | 'Junk folder' | 'Quarantine' | 'Dropped' | 'On-premises/external';
  /** Such as `Phish`; '' when nothing was found. */
  readonly threatTypes: string;
  readonly urls: readonly string[];
  readonly attachments: readonly Attachment[];
  /** Taken to quarantine after it had been delivered. */
  readonly purged?: true;
  /** For outbound mail: who outside gets it. */
  readonly externalRecipient?: string;
};

export type Attachment = {
  readonly fileName: string;
  readonly fileType: string;
  readonly size: number;
  readonly sha256: string;
};

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function hostOf(url: string): string {
  return url.replace(/^[a-z]+:\/\//, '').split('/')[0] ?? '';
}

/** `EmailEvents`. */
export function emailRow(message: Message): LogRow {
  const to = message.externalRecipient ?? message.recipient.upn;
  return {
    Timestamp: message.at,
    NetworkMessageId: message.networkMessageId,
    InternetMessageId: `<${message.networkMessageId}@${domainOf(message.senderAddress)}>`,
    SenderMailFromAddress: message.senderAddress,
    SenderFromAddress: message.senderAddress,
    SenderDisplayName: message.senderName,
    SenderMailFromDomain: domainOf(message.senderAddress),
    SenderFromDomain: domainOf(message.senderAddress),
    SenderIPv4: message.senderIp,
    RecipientEmailAddress: to,
    RecipientObjectId: message.externalRecipient ? '' : message.recipient.objectId,
    RecipientDomain: domainOf(to),
    Subject: message.subject,
    EmailDirection: message.direction,
    DeliveryAction: message.deliveryAction,
    DeliveryLocation: message.deliveryLocation,
    LatestDeliveryAction: message.purged ? 'Blocked' : message.deliveryAction,
    LatestDeliveryLocation: message.purged ? 'Quarantine' : message.deliveryLocation,
    ThreatTypes: message.threatTypes,
    ThreatNames: '',
    DetectionMethods:
      message.threatTypes === '' ? '' : JSON.stringify({ [message.threatTypes]: ['URL detonation reputation'] }),
    AuthenticationDetails: JSON.stringify({
      SPF: 'pass',
      DKIM: message.threatTypes === '' ? 'pass' : 'none',
      DMARC: message.threatTypes === '' ? 'pass' : 'fail',
    }),
    AttachmentCount: message.attachments.length,
    UrlCount: message.urls.length,
    EmailLanguage: 'en',
    EmailSize: 18_000 + message.attachments.reduce((sum, file) => sum + file.size, 0),
    IsFirstContact: message.threatTypes !== '',
    ConfidenceLevel: message.threatTypes === '' ? '' : JSON.stringify({ Phish: 'High' }),
    EmailAction: message.deliveryAction === 'Blocked' ? 'Send to quarantine' : 'No action taken',
    ReportId: `${message.networkMessageId}-1`,
  };
}

/** `EmailUrlInfo`, one row for each link. */
export function emailUrlRow(message: Message, url: string): LogRow {
  return {
    Timestamp: message.at,
    NetworkMessageId: message.networkMessageId,
    Url: url,
    UrlDomain: hostOf(url),
    UrlLocation: 'Body',
    ReportId: `${message.networkMessageId}-2`,
  };
}

/** `EmailAttachmentInfo`, one row for each file. */
export function emailAttachmentRow(message: Message, file: Attachment): LogRow {
  return {
    Timestamp: message.at,
    NetworkMessageId: message.networkMessageId,
    SenderFromAddress: message.senderAddress,
    SenderDisplayName: message.senderName,
    RecipientEmailAddress: message.externalRecipient ?? message.recipient.upn,
    RecipientObjectId: message.externalRecipient ? '' : message.recipient.objectId,
    FileName: file.fileName,
    FileType: file.fileType,
    FileExtension: file.fileName.slice(file.fileName.lastIndexOf('.') + 1),
    FileSize: file.size,
    SHA256: file.sha256,
    ThreatTypes: message.threatTypes,
    ThreatNames: '',
    DetectionMethods: '',
    ReportId: `${message.networkMessageId}-3`,
  };
}

export type Click = {
  readonly at: number;
  readonly url: string;
  readonly person: Person;
  readonly ip: string;
  readonly networkMessageId: string;
  readonly allowed: boolean;
  readonly throughWarning: boolean;
  readonly threatTypes: string;
  readonly reportId: string;
};

/** `UrlClickEvents`. */
export function clickRow(click: Click): LogRow {
  return {
    Timestamp: click.at,
    Url: click.url,
    UrlChain: JSON.stringify([click.url]),
    ActionType: click.allowed ? 'ClickAllowed' : 'ClickBlocked',
    AccountUpn: click.person.upn,
    Workload: 'Email',
    NetworkMessageId: click.networkMessageId,
    ThreatTypes: click.threatTypes,
    DetectionMethods: '',
    IPAddress: click.ip,
    IsClickedThrough: click.throughWarning,
    ReportId: click.reportId,
  };
}

/** What was done to a message that had been delivered. */
export type PostDelivery = {
  readonly at: number;
  readonly message: Message;
  /** Zero-hour auto purge, or somebody in the portal. */
  readonly by: 'Phish ZAP' | 'Malware ZAP' | 'Manual Remediation';
};

/** `EmailPostDeliveryEvents`: the message taken to quarantine. */
export function postDeliveryRow({ at, message, by }: PostDelivery): LogRow {
  const threat = by === 'Malware ZAP' ? 'Malware' : 'Phish';
  return {
    Timestamp: at,
    NetworkMessageId: message.networkMessageId,
    InternetMessageId: `<${message.networkMessageId}@${domainOf(message.senderAddress)}>`,
    Action: 'Moved to quarantine',
    ActionType: by,
    ActionTrigger: by === 'Manual Remediation' ? 'AdminAction' : 'SpecialAction',
    ActionResult: 'Success',
    RecipientEmailAddress: message.recipient.upn,
    DeliveryLocation: 'Quarantine',
    EmailDirection: message.direction,
    SenderFromAddress: message.senderAddress,
    ThreatTypes: threat,
    DetectionMethods: JSON.stringify({
      [threat]: [threat === 'Phish' ? 'URL detonation reputation' : 'File detonation'],
    }),
    ReportId: `${message.networkMessageId}-4`,
  };
}
