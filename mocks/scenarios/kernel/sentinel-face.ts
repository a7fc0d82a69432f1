/** An alert and its evidence as Sentinel's REST API shows them. */
import { guidOf } from '@/lib/base/random';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphServiceSource } from '@/lib/wire/graph-security/enums';
import type { GraphEvidence, GraphEvidenceOf } from '@/lib/wire/graph-security/evidence';
import type { SentinelAlert } from '@/lib/wire/sentinel/alert';
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';
import { workspace, workspaceResourceId } from '@/mocks/company/tenant-ids';
import { alertProducts } from '@/mocks/scenarios/kernel/alert';
import type { AlertSeed } from '@/mocks/scenarios/kernel/story';

const productNames = new Map<GraphServiceSource, string>(
  Object.values(alertProducts).map((product) => [product.serviceSource, product.sentinelProductName]),
);

export function sentinelProductName(source: GraphServiceSource): string {
  return productNames.get(source) ?? 'Microsoft 365 Defender';
}

function entityId(name: string): string {
  return `${workspaceResourceId}/providers/Microsoft.SecurityInsights/Entities/${name}`;
}

/** Sentinel's own id for an alert: a Sentinel alert's Graph id is `sn` and this GUID. */
export function systemAlertIdOf(alert: AlertSeed): string {
  return alert.serviceSource === 'microsoftSentinel' ? alert.id.slice(2) : guidOf(`contoso/system-alert/${alert.id}`);
}

const severities = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
  unknown: 'Informational',
  unknownFutureValue: 'Informational',
} as const;
const statuses = {
  new: 'New',
  inProgress: 'InProgress',
  resolved: 'Resolved',
  unknown: 'Unknown',
  unknownFutureValue: 'Unknown',
} as const;

/** What POST incidents/{name}/alerts lists for this alert. */
export function sentinelAlertOf(alert: GraphAlert): SentinelAlert {
  const name = systemAlertIdOf(alert);
  return {
    id: entityId(name),
    name,
    type: 'Microsoft.SecurityInsights/Entities',
    kind: 'SecurityAlert',
    properties: {
      systemAlertId: name,
      providerAlertId: alert.providerAlertId ?? null,
      alertDisplayName: alert.title ?? '',
      friendlyName: alert.title ?? '',
      alertType: alert.detectorId ?? alert.title ?? '',
      description: alert.description ?? null,
      severity: severities[alert.severity],
      status: statuses[alert.status],
      productName: sentinelProductName(alert.serviceSource),
      productComponentName:
        alert.detectionSource === 'nrtAlerts'
          ? 'NRT Alerts'
          : alert.detectionSource === 'scheduledAlerts'
            ? 'Scheduled Alerts'
            : null,
      vendorName: 'Microsoft',
      tactics: [...(alert.categories ?? [])],
      confidenceLevel: 'Unknown',
      startTimeUtc: alert.firstActivityDateTime ?? null,
      endTimeUtc: alert.lastActivityDateTime ?? null,
      processingEndTime: alert.createdDateTime ?? null,
      timeGenerated: alert.createdDateTime ?? null,
      alertLink: alert.alertWebUrl ?? null,
      resourceIdentifiers: [
        {
          type: 'LogAnalytics',
          workspaceId: workspace.customerId,
          subscriptionId: workspace.subscriptionId,
          resourceGroup: workspace.resourceGroup,
        },
      ],
      additionalData: { MitreTechniques: JSON.stringify(alert.mitreTechniques ?? []) },
    },
  };
}

type Draft = { kind: string; key: string; label: string; fields: Record<string, unknown> };
type Evidence<Name extends string> = GraphEvidenceOf<Name>;

function userDraft(account: Evidence<'userEvidence'>['userAccount']): Draft | null {
  if (!account) return null;
  const upn = account.userPrincipalName ?? '';
  return {
    kind: 'Account',
    key: account.userSid ?? upn,
    label: account.accountName ?? upn,
    fields: {
      accountName: account.accountName,
      upnSuffix: upn.split('@')[1] ?? null,
      displayName: account.displayName,
      sid: account.userSid,
      aadUserId: account.azureAdUserId,
      isDomainJoined: true,
    },
  };
}

function deviceDraft(device: Evidence<'deviceEvidence'>): Draft {
  return {
    kind: 'Host',
    key: device.mdeDeviceId ?? device.hostName ?? '',
    label: device.hostName ?? '',
    fields: {
      hostName: device.hostName,
      dnsDomain: device.dnsDomain,
      ntDomain: device.ntDomain,
      netBiosName: (device.hostName ?? '').slice(0, 15),
      osFamily: (device.osPlatform ?? '').startsWith('Windows') ? 'Windows' : device.osPlatform,
      osVersion: device.version,
      isDomainJoined: true,
      additionalData: { MdatpDeviceId: device.mdeDeviceId },
    },
  };
}

function fileDrafts(file: Evidence<'fileEvidence'>): Draft[] {
  const details = file.fileDetails;
  if (!details) return [];
  const sha256 = details.sha256 ?? '';
  return [
    {
      kind: 'File',
      key: `${details.filePath}/${details.fileName}/${sha256}`,
      label: details.fileName ?? '',
      fields: { directory: details.filePath, fileName: details.fileName },
    },
    { kind: 'FileHash', key: sha256, label: `${sha256}(SHA256)`, fields: { algorithm: 'SHA256', hashValue: sha256 } },
  ];
}

function messageDraft(mail: Evidence<'analyzedMessageEvidence'>): Draft {
  return {
    kind: 'MailMessage',
    key: mail.networkMessageId ?? '',
    label: mail.subject ?? '',
    fields: {
      recipient: mail.recipientEmailAddress,
      subject: mail.subject,
      senderIP: mail.senderIp,
      p1Sender: mail.p1Sender?.emailAddress,
      p2Sender: mail.p2Sender?.emailAddress,
      p2SenderDisplayName: mail.p2Sender?.displayName,
      receiveDate: mail.receivedDateTime,
      networkMessageId: mail.networkMessageId,
      internetMessageId: mail.internetMessageId,
      deliveryAction: mail.deliveryAction,
      deliveryLocation: mail.deliveryLocation,
      urls: mail.urls,
      threats: mail.threats,
    },
  };
}

function draftsOf(evidence: GraphEvidence): Draft[] {
  switch (evidence['@odata.type']) {
    case '#microsoft.graph.security.userEvidence': {
      const draft = userDraft(evidence.userAccount);
      return draft ? [draft] : [];
    }
    case '#microsoft.graph.security.deviceEvidence':
      return [deviceDraft(evidence)];
    case '#microsoft.graph.security.ipEvidence': {
      const address = evidence.ipAddress ?? '';
      const location = evidence.location
        ? {
            city: evidence.location.city,
            countryCode: evidence.countryLetterCode,
            countryName: evidence.location.countryName,
          }
        : null;
      return [{ kind: 'Ip', key: address, label: address, fields: { address, ...(location ? { location } : {}) } }];
    }
    case '#microsoft.graph.security.azureResourceEvidence': {
      const resourceId = evidence.resourceId ?? '';
      return [
        {
          kind: 'AzureResource',
          key: resourceId.toLowerCase(),
          label: evidence.resourceName ?? '',
          fields: { resourceId, subscriptionId: resourceId.split('/')[2] ?? null },
        },
      ];
    }
    case '#microsoft.graph.security.cloudApplicationEvidence':
      return [
        {
          kind: 'CloudApplication',
          key: String(evidence.saasAppId),
          label: evidence.displayName ?? '',
          fields: {
            appId: Number(evidence.saasAppId ?? 0),
            appName: evidence.displayName,
            instanceName: evidence.instanceName,
          },
        },
      ];
    case '#microsoft.graph.security.mailboxEvidence':
      return [
        {
          kind: 'Mailbox',
          key: evidence.primaryAddress ?? '',
          label: evidence.primaryAddress ?? '',
          fields: {
            mailboxPrimaryAddress: evidence.primaryAddress,
            displayName: evidence.displayName,
            upn: evidence.upn,
            externalDirectoryObjectId: evidence.userAccount?.azureAdUserId,
          },
        },
      ];
    case '#microsoft.graph.security.analyzedMessageEvidence':
      return [messageDraft(evidence)];
    case '#microsoft.graph.security.urlEvidence':
      return [{ kind: 'Url', key: evidence.url ?? '', label: evidence.url ?? '', fields: { url: evidence.url } }];
    case '#microsoft.graph.security.fileEvidence':
      return fileDrafts(evidence);
    case '#microsoft.graph.security.processEvidence':
      return [
        {
          kind: 'Process',
          key: `${evidence.mdeDeviceId}/${evidence.processId}`,
          label: `${evidence.processId}`,
          fields: {
            processId: String(evidence.processId ?? ''),
            commandLine: evidence.processCommandLine,
            creationTimeUtc: evidence.processCreationDateTime,
          },
        },
      ];
    case '#microsoft.graph.security.registryValueEvidence':
      return [
        {
          kind: 'RegistryValue',
          key: `${evidence.registryKey}/${evidence.registryValueName}`,
          label: evidence.registryValueName ?? '',
          fields: {
            valueName: evidence.registryValueName,
            valueData: evidence.registryValue,
            valueType: evidence.registryValueType,
          },
        },
      ];
    default:
      // The rest has no counterpart among Sentinel's entity kinds.
      return [];
  }
}

/** The entities of an incident's alerts, each once: what POST incidents/{name}/entities lists under `entities`. */
export function sentinelEntitiesOf(alerts: readonly GraphAlert[]): SentinelEntity[] {
  const seen = new Map<string, SentinelEntity>();
  for (const draft of alerts.flatMap((alert) => (alert.evidence ?? []).flatMap(draftsOf))) {
    const name = guidOf(`contoso/entity/${draft.kind}/${draft.key}`);
    if (!seen.has(name)) seen.set(name, entityOf(draft, name));
  }
  return [...seen.values()];
}

/** The drafts above pair each kind with the fields of that kind, which the type system can't follow through `fields`. */
function entityOf({ kind, label, fields }: Draft, name: string): SentinelEntity {
  const entity = {
    id: entityId(name),
    name,
    type: 'Microsoft.SecurityInsights/Entities',
    kind,
    properties: { friendlyName: label, ...fields },
  };
  return entity as SentinelEntity;
}
