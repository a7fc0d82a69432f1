/** What happens in cloud applications, in Azure and in the directory, as the tables that see it write it. */
import { guidOf } from '@/lib/base/random';
import type { AzureResource } from '@/mocks/company/azure';
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import type { Place } from '@/mocks/company/sites';
import { tenantIds } from '@/mocks/company/tenant-ids';

/** Defender for Cloud Apps' product numbers. */
export const cloudApps = {
  exchange: { name: 'Microsoft Exchange Online', id: 20893 },
  sharePoint: { name: 'Microsoft SharePoint Online', id: 20892 },
  teams: { name: 'Microsoft Teams', id: 28375 },
  m365: { name: 'Microsoft 365', id: 11161 },
  azure: { name: 'Microsoft Azure', id: 12260 },
  keyVault: { name: 'Azure Key Vault', id: 12261 },
  storage: { name: 'Azure Storage', id: 12262 },
  /** Contoso's own, connected to Defender for Cloud Apps. */
  expenses: { name: 'Contoso Expenses', id: 90011 },
} as const;
export type CloudApp = (typeof cloudApps)[keyof typeof cloudApps];

export type CloudActivity = {
  readonly at: number;
  readonly person: Person;
  readonly app: CloudApp;
  readonly actionType: string;
  readonly ip: string;
  readonly place: Place;
  readonly objectName: string;
  readonly objectType: string;
  readonly isAdmin: boolean;
  readonly userAgent: string;
  readonly reportId: string;
  /** The product's own record; becomes RawEventData beside the usual fields. */
  readonly raw?: LogRow;
};

/**
 * `CloudAppEvents`. `AccountUpn` is not in Microsoft's published schema of the table; the tenant carries it because
 * the course's hunting queries filter by it.
 */
export function cloudAppRow(activity: CloudActivity): LogRow {
  const { person, app, place } = activity;
  return {
    Timestamp: activity.at,
    ActionType: activity.actionType,
    ActivityType: activity.isAdmin ? 'Administrative' : 'Basic',
    Application: app.name,
    ApplicationId: app.id,
    AppInstanceId: 0,
    AccountObjectId: person.objectId,
    AccountId: person.upn,
    AccountUpn: person.upn,
    AccountDisplayName: person.displayName,
    AccountType: 'Regular',
    IsAdminOperation: activity.isAdmin,
    IsExternalUser: false,
    IsImpersonated: false,
    IsAnonymousProxy: false,
    DeviceType: 'Desktop',
    OSPlatform: 'Windows 11',
    IPAddress: activity.ip,
    IPCategory: activity.ip.startsWith('198.51.100.') ? 'Corporate' : 'Unknown',
    CountryCode: place.countryCode,
    City: place.city,
    ISP: activity.ip.startsWith('185.') ? 'Carpathia Hosting SRL' : 'Contoso Transit',
    UserAgent: activity.userAgent,
    ObjectName: activity.objectName,
    ObjectType: activity.objectType,
    ObjectId: guidOf(activity.objectName),
    ReportId: activity.reportId,
    RawEventData: {
      Operation: activity.actionType,
      UserId: person.upn,
      Workload: app.name,
      ClientIP: activity.ip,
      ObjectId: activity.objectName,
      ResultStatus: 'Succeeded',
      ...activity.raw,
    },
    ActivityObjects: [{ Type: activity.objectType, Role: 'Target object', Name: activity.objectName }],
    AuditSource: 'Defender for Cloud Apps app connector',
  };
}

export type AzureOperation = {
  readonly at: number;
  /** A UPN, or the object id of a service principal. */
  readonly caller: string;
  readonly callerIp: string;
  readonly resource: AzureResource;
  /** For example `Microsoft.Storage/storageAccounts/listKeys/action`. */
  readonly operation: string;
  readonly status: 'Success' | 'Start' | 'Failure';
  readonly correlationId: string;
};

/** `AzureActivity`. Microsoft writes the operation in capitals in this table; the rules match without case. */
export function azureActivityRow(event: AzureOperation): LogRow {
  const { resource } = event;
  return {
    TimeGenerated: event.at,
    EventSubmissionTimestamp: event.at + 4_000,
    Caller: event.caller,
    CallerIpAddress: event.callerIp,
    CategoryValue: 'Administrative',
    Category: 'Administrative',
    OperationNameValue: event.operation.toUpperCase(),
    OperationName: event.operation,
    ActivityStatusValue: event.status,
    ActivityStatus: event.status === 'Success' ? 'Succeeded' : event.status,
    ActivitySubstatusValue: event.status === 'Success' ? 'OK' : '',
    Level: event.status === 'Failure' ? 'Error' : 'Information',
    ResourceGroup: resource.resourceGroup,
    Resource: resource.name,
    ResourceId: resource.id,
    _ResourceId: resource.id.toLowerCase(),
    ResourceProvider: resource.type.split('/')[0] ?? '',
    ResourceProviderValue: (resource.type.split('/')[0] ?? '').toUpperCase(),
    SubscriptionId: resource.subscription.id,
    CorrelationId: event.correlationId,
    OperationId: event.correlationId,
    EventDataId: guidOf(`${event.correlationId}/${event.at}`),
    Hierarchy: `${tenantIds.tenantId}/${resource.subscription.id}`,
    Properties_d: {
      eventCategory: 'Administrative',
      entity: resource.id,
      message: event.operation,
      hierarchy: `${tenantIds.tenantId}/${resource.subscription.id}`,
    },
  };
}

export type VaultAccess = {
  readonly at: number;
  /** UPN of the caller; empty for an application. */
  readonly upn: string;
  readonly appId: string;
  readonly callerIp: string;
  readonly vault: AzureResource;
  readonly operation:
    | 'SecretGet'
    | 'SecretList'
    | 'KeyGet'
    | 'CertificateGet'
    | 'VaultGet'
    | 'KeySign'
    | 'Authentication';
  /** Such as `secrets/sql-admin-password`. */
  readonly path: string;
  readonly allowed: boolean;
  readonly correlationId: string;
};

/** `AzureDiagnostics` of a Key Vault. `identity_claim_upn_s` appears once a vault has logged a user's call. */
export function vaultRow(access: VaultAccess): LogRow {
  const { vault } = access;
  return {
    TimeGenerated: access.at,
    ResourceProvider: 'MICROSOFT.KEYVAULT',
    ResourceType: 'VAULTS',
    Resource: vault.name.toUpperCase(),
    ResourceGroup: vault.resourceGroup.toUpperCase(),
    _ResourceId: vault.id.toLowerCase(),
    ResourceId: vault.id.toUpperCase(),
    SubscriptionId: vault.subscription.id,
    Category: 'AuditEvent',
    OperationName: access.operation,
    OperationVersion: '7.5',
    ResultType: access.allowed ? 'Success' : 'Forbidden',
    ResultSignature: access.allowed ? 'OK' : 'Forbidden',
    httpStatusCode_d: access.allowed ? 200 : 403,
    CallerIPAddress: access.callerIp,
    identity_claim_upn_s: access.upn,
    identity_claim_appid_g: access.appId,
    requestUri_s: `https://${vault.name}.vault.azure.net/${access.path}?api-version=7.5`,
    id_s: `https://${vault.name}.vault.azure.net/${access.path}`,
    clientInfo_s: access.upn === '' ? 'azsdk-net-Security.KeyVault.Secrets/4.6' : 'AZURECLI/2.67 (HOMEBREW)',
    DurationMs: 12 + (access.at % 60),
    CorrelationId: access.correlationId,
  };
}

export type DirectoryChange = {
  readonly at: number;
  readonly by: Person;
  /** The application that did it, instead of the person. */
  readonly app?: string;
  readonly ip: string;
  readonly operation: string;
  readonly category: string;
  readonly success: boolean;
  readonly reason: string;
  readonly targets: readonly {
    readonly type: string;
    readonly displayName: string;
    readonly userPrincipalName?: string;
    readonly changes?: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  }[];
  readonly correlationId: string;
};

/** `AuditLogs`. */
export function auditRow(change: DirectoryChange): LogRow {
  return {
    TimeGenerated: change.at,
    ActivityDateTime: change.at,
    OperationName: change.operation,
    ActivityDisplayName: change.operation,
    AADOperationType: change.operation.startsWith('Add') ? 'Assign' : 'Update',
    Category: change.category,
    LoggedByService: 'Core Directory',
    Result: change.success ? 'success' : 'failure',
    ResultReason: change.reason,
    ResultType: '',
    Id: `Directory_${change.correlationId}`,
    CorrelationId: change.correlationId,
    Identity: change.app ?? change.by.displayName,
    InitiatedBy:
      change.app === undefined
        ? {
            user: {
              id: change.by.objectId,
              displayName: change.by.displayName,
              userPrincipalName: change.by.upn,
              ipAddress: change.ip,
              roles: [],
            },
          }
        : { app: { displayName: change.app, servicePrincipalName: null } },
    TargetResources: change.targets.map((target) => ({
      id: guidOf(`${target.type}/${target.displayName}`),
      displayName: target.displayName,
      type: target.type,
      userPrincipalName: target.userPrincipalName ?? '',
      modifiedProperties: (target.changes ?? []).map(({ name, from, to }) => ({
        displayName: name,
        oldValue: JSON.stringify(from),
        newValue: JSON.stringify(to),
      })),
    })),
    AADTenantId: tenantIds.tenantId,
    Resource: 'Microsoft.aadiam',
    Level: '4',
  };
}

export type BlobRead = {
  readonly at: number;
  readonly person: Person;
  readonly ip: string;
  readonly account: AzureResource;
  readonly container: string;
  readonly blob: string;
  readonly bytes: number;
  readonly correlationId: string;
};

/** `StorageBlobLogs` of a download. */
export function blobRow(read: BlobRead): LogRow {
  return {
    TimeGenerated: read.at,
    AccountName: read.account.name,
    Category: 'StorageRead',
    OperationName: 'GetBlob',
    AuthenticationType: 'OAuth',
    RequesterUpn: read.person.upn,
    RequesterObjectId: read.person.objectId,
    RequesterTenantId: tenantIds.tenantId,
    CallerIpAddress: `${read.ip}:443`,
    Uri: `https://${read.account.name}.blob.core.windows.net/${read.container}/${read.blob}`,
    ObjectKey: `/${read.account.name}/${read.container}/${read.blob}`,
    StatusCode: '200',
    StatusText: 'Success',
    ResponseBodySize: read.bytes,
    DurationMs: 40 + (read.bytes % 900),
    Protocol: 'HTTPS',
    TlsVersion: 'TLS 1.2',
    ServiceType: 'blob',
    Location: read.account.location,
    _ResourceId: read.account.id.toLowerCase(),
    CorrelationId: read.correlationId,
    UserAgentHeader: 'AzCopy/10.27 (linux)',
  };
}
