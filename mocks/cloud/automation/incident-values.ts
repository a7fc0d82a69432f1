/** What the properties of automation conditions mean for an incident: each may have many values. */
import type { AutomationConditionProperty } from '@/lib/wire/sentinel/automation-property';
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';
import { alertRuleResourceId } from '@/mocks/store/faces/arm-ids';
import { sentinelAlertFace, sentinelEntityFaces } from '@/mocks/store/faces/sentinel-alert-face';
import { providerNameOf } from '@/mocks/store/faces/sentinel-incident-face';
import { tacticsOfAll } from '@/mocks/store/faces/tactics';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

export type Occasion = {
  /** Null when the rule is about an alert. */
  readonly incident: SentinelIncidentRecord | null;
  readonly alerts: readonly AlertRecord[];
  /** Who changed it, in the words of `IncidentUpdatedBySource`; undefined for a new one. */
  readonly updatedBy: string | undefined;
};

export const occasionOf = (store: Store, incident: SentinelIncidentRecord, updatedBy?: string): Occasion => ({
  incident,
  alerts: store.alerts.pick(incident.alertIds),
  updatedBy,
});

/** An alert that was just raised, before it is part of an incident as far as its rules are concerned. */
export const alertOccasionOf = (alert: AlertRecord): Occasion => ({
  incident: null,
  alerts: [alert],
  updatedBy: undefined,
});

const ruleIdsOf = (alerts: readonly AlertRecord[]): string[] =>
  alerts.flatMap(({ graph }) =>
    graph.serviceSource === 'microsoftSentinel' && graph.detectorId ? alertRuleResourceId(graph.detectorId) : [],
  );

const ofIncident: Partial<Record<AutomationConditionProperty, (occasion: Occasion) => (string | null | undefined)[]>> =
  {
    IncidentTitle: ({ incident }) => [incident?.fields.title],
    IncidentDescription: ({ incident }) => [incident?.fields.description],
    IncidentSeverity: ({ incident }) => [incident?.fields.severity],
    IncidentStatus: ({ incident }) => [incident?.fields.status],
    IncidentRelatedAnalyticRuleIds: ({ incident }) => incident?.relatedAnalyticRuleIds ?? [],
    AlertAnalyticRuleIds: ({ incident, alerts }) => incident?.relatedAnalyticRuleIds ?? ruleIdsOf(alerts),
    IncidentTactics: ({ alerts }) => tacticsOfAll(alerts.map(({ graph }) => graph)),
    IncidentLabel: ({ incident }) => (incident?.fields.labels ?? []).map(({ labelName }) => labelName),
    IncidentProviderName: ({ incident }) => [incident && providerNameOf(incident)],
    IncidentUpdatedBySource: ({ updatedBy }) => [updatedBy],
    AlertProductNames: ({ alerts }) => alerts.map((alert) => sentinelAlertFace(alert).properties.productName),
    IncidentCustomDetailsKey: ({ alerts }) => alerts.flatMap(({ graph }) => Object.keys(graph.customDetails ?? {})),
    IncidentCustomDetailsValue: ({ alerts }) =>
      alerts.flatMap(({ graph }) =>
        Object.values(graph.customDetails ?? {})
          .flat()
          .map(String),
      ),
  };

/** Where an entity keeps what a condition asks for: its kind and property. */
const ofEntity: Partial<Record<AutomationConditionProperty, readonly [SentinelEntity['kind'], string]>> = {
  AccountAadTenantId: ['Account', 'aadTenantId'],
  AccountAadUserId: ['Account', 'aadUserId'],
  AccountName: ['Account', 'accountName'],
  AccountNTDomain: ['Account', 'ntDomain'],
  AccountPUID: ['Account', 'puid'],
  AccountSid: ['Account', 'sid'],
  AccountObjectGuid: ['Account', 'objectGuid'],
  AccountUPNSuffix: ['Account', 'upnSuffix'],
  AzureResourceResourceId: ['AzureResource', 'resourceId'],
  AzureResourceSubscriptionId: ['AzureResource', 'subscriptionId'],
  CloudApplicationAppId: ['CloudApplication', 'appId'],
  CloudApplicationAppName: ['CloudApplication', 'appName'],
  FileDirectory: ['File', 'directory'],
  FileName: ['File', 'fileName'],
  FileHashValue: ['FileHash', 'hashValue'],
  HostAzureID: ['Host', 'azureID'],
  HostName: ['Host', 'hostName'],
  HostNetBiosName: ['Host', 'netBiosName'],
  HostNTDomain: ['Host', 'ntDomain'],
  HostOSVersion: ['Host', 'osVersion'],
  IPAddress: ['Ip', 'address'],
  MailboxDisplayName: ['Mailbox', 'displayName'],
  MailboxPrimaryAddress: ['Mailbox', 'mailboxPrimaryAddress'],
  MailboxUPN: ['Mailbox', 'upn'],
  MailMessageDeliveryAction: ['MailMessage', 'deliveryAction'],
  MailMessageDeliveryLocation: ['MailMessage', 'deliveryLocation'],
  MailMessageRecipient: ['MailMessage', 'recipient'],
  MailMessageSenderIP: ['MailMessage', 'senderIP'],
  MailMessageSubject: ['MailMessage', 'subject'],
  MailMessageP1Sender: ['MailMessage', 'p1Sender'],
  MailMessageP2Sender: ['MailMessage', 'p2Sender'],
  MalwareCategory: ['Malware', 'category'],
  MalwareName: ['Malware', 'malwareName'],
  ProcessCommandLine: ['Process', 'commandLine'],
  ProcessId: ['Process', 'processId'],
  RegistryKey: ['RegistryKey', 'key'],
  RegistryValueData: ['RegistryValue', 'valueData'],
  Url: ['Url', 'url'],
};

export function valuesOf(property: AutomationConditionProperty, occasion: Occasion): string[] {
  const own = ofIncident[property]?.(occasion);
  if (own) return own.filter((value) => value !== null && value !== undefined);
  const place = ofEntity[property];
  if (!place) return [];
  const [kind, name] = place;
  return sentinelEntityFaces(occasion.alerts).flatMap((entity) => {
    const value: unknown = entity.kind === kind ? Reflect.get(entity.properties, name) : undefined;
    return value === undefined || value === null ? [] : [String(value)];
  });
}
