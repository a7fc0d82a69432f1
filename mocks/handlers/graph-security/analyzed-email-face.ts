/** A row of `EmailEvents`, and what has become of the mail since, as Graph's `analyzedEmail`. */
import type { GraphAnalyzedEmail, GraphTimelineEvent } from '@/lib/wire/graph-security/analyzed-email';
import type {
  GraphDeliveryAction,
  GraphDeliveryLocation,
  GraphThreatType,
} from '@/lib/wire/graph-security/analyzed-email-enums';
import type { EmailRow } from '@/mocks/handlers/graph-security/email-rows';
import type { EmailKey } from '@/mocks/store/emails';
import type { Store } from '@/mocks/store/store';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : Number(value ?? 0));

const actions: Record<string, GraphDeliveryAction> = {
  Delivered: 'delivered',
  Junked: 'deliveredToJunk',
  Blocked: 'blocked',
  Replaced: 'replaced',
};
const locations: Record<string, GraphDeliveryLocation> = {
  'Inbox/folder': 'inbox_folder',
  'Junk folder': 'junkFolder',
  'Deleted folder': 'deletedFolder',
  Quarantine: 'quarantine',
  'On-premises/external': 'onprem_external',
  Failed: 'failed',
  Dropped: 'dropped',
};
const directions: Record<string, NonNullable<GraphAnalyzedEmail['directionality']>> = {
  Inbound: 'inbound',
  Outbound: 'outbound',
  'Intra-org': 'intraOrg',
};
const threats: Record<string, GraphThreatType> = { Phish: 'phish', Malware: 'malware', Spam: 'spam' };

/** JSON kept as text by the log. */
function parsed(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return { ...value };
  try {
    const json: unknown = JSON.parse(text(value) || '{}');
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch {
    // A column that holds a plain word has no parts.
    return {};
  }
}

export const emailKeyOf = (row: EmailRow): EmailKey => ({
  networkMessageId: text(row.NetworkMessageId),
  recipient: text(row.RecipientEmailAddress),
});

/** The id names the mail, so that it can be found again. */
export const emailIdOf = ({ networkMessageId, recipient }: EmailKey): string =>
  Buffer.from(`${networkMessageId}|${recipient}`).toString('base64url');

export function emailKeyFrom(id: string): EmailKey | undefined {
  const [, networkMessageId, recipient] = /^([\w-]+)\|(.+)$/.exec(Buffer.from(id, 'base64url').toString()) ?? [];
  return networkMessageId && recipient ? { networkMessageId, recipient } : undefined;
}

function timelineOf(row: EmailRow, store: Store): GraphTimelineEvent[] {
  const delivered: GraphTimelineEvent = {
    eventDateTime: text(row.Timestamp),
    eventType: 'originalDelivery',
    eventSource: 'system',
    eventResult: text(row.DeliveryAction),
    eventDetails: text(row.DeliveryLocation),
    eventThreats: text(row.ThreatTypes) === '' ? [] : [text(row.ThreatTypes)],
  };
  const since = store.emails.actionsOf(emailKeyOf(row)).map(
    ({ at, action, by }): GraphTimelineEvent => ({
      eventDateTime: at,
      eventType: 'unknown',
      eventSource: 'admin',
      eventResult: 'Success',
      eventDetails: `${action} by ${by}`,
      eventThreats: [],
    }),
  );
  return [delivered, ...since];
}

function deliveries(row: EmailRow, store: Store): Pick<GraphAnalyzedEmail, 'originalDelivery' | 'latestDelivery'> {
  const last = store.emails.actionsOf(emailKeyOf(row)).at(-1);
  const found = text(row.ThreatTypes);
  return {
    originalDelivery: {
      action: actions[text(row.DeliveryAction)] ?? 'unknown',
      location: locations[text(row.DeliveryLocation)] ?? 'others',
      originalThreats: found,
      latestThreats: found,
    },
    latestDelivery: {
      action: actions[text(row.LatestDeliveryAction)] ?? 'unknown',
      location: last?.location ?? locations[text(row.LatestDeliveryLocation)] ?? 'others',
      originalThreats: found,
      latestThreats: found,
    },
  };
}

export function analyzedEmailFace(
  row: EmailRow,
  parts: { urls: readonly EmailRow[]; files: readonly EmailRow[] },
  store: Store,
): GraphAnalyzedEmail {
  const key = emailKeyOf(row);
  const threat = threats[text(row.ThreatTypes)] ?? 'none';
  const checks = parsed(row.AuthenticationDetails);
  const methods = Object.values(parsed(row.DetectionMethods)).flat().map(String);
  return {
    '@odata.type': '#microsoft.graph.security.analyzedEmail',
    id: emailIdOf(key),
    networkMessageId: key.networkMessageId,
    internetMessageId: text(row.InternetMessageId),
    loggedDateTime: text(row.Timestamp),
    subject: text(row.Subject),
    language: text(row.EmailLanguage),
    sizeInBytes: number(row.EmailSize),
    recipientEmailAddress: key.recipient,
    recipientDetail: { domainName: text(row.RecipientDomain), ccRecipients: [] },
    returnPath: text(row.SenderMailFromAddress),
    senderDetail: {
      displayName: text(row.SenderDisplayName),
      fromAddress: text(row.SenderFromAddress),
      mailFromAddress: text(row.SenderMailFromAddress),
      domainName: text(row.SenderFromDomain),
      mailFromDomainName: text(row.SenderMailFromDomain),
      ipv4: text(row.SenderIPv4),
    },
    directionality: directions[text(row.EmailDirection)] ?? 'unknown',
    ...deliveries(row, store),
    authenticationDetails: {
      senderPolicyFramework: text(checks.SPF),
      dkim: text(checks.DKIM),
      dmarc: text(checks.DMARC),
      compositeAuthentication: threat === 'none' ? 'pass' : 'fail',
    },
    threatTypes: [threat],
    detectionMethods: methods,
    phishConfidenceLevel: threat === 'phish' ? 'high' : null,
    policyAction: text(row.EmailAction),
    alertIds: [...store.emails.alertIdsOf(key)],
    timelineEvents: timelineOf(row, store),
    urls: parts.urls.map(({ Url }) => ({ url: text(Url), threatType: threat, detectionMethod: methods[0] ?? null })),
    attachments: parts.files.map((file) => ({
      fileName: text(file.FileName),
      fileExtension: text(file.FileExtension),
      fileType: text(file.FileType),
      fileSize: number(file.FileSize),
      sha256: text(file.SHA256),
      threatType: threats[text(file.ThreatTypes)] ?? 'none',
    })),
  };
}
