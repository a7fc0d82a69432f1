/** An OAuth application at work: what the consent leaves in the directory, and the calls it makes with it. */
import { guidOf } from '@/lib/base/random';
import type { Person } from '@/mocks/company/people';
import { tenantIds } from '@/mocks/company/tenant-ids';
import type { Foothold } from '@/mocks/scenarios/kernel/lines';
import type { Line } from '@/mocks/scenarios/kernel/rows';
import { iso } from '@/mocks/scenarios/kernel/time';

export type OAuthApp = {
  readonly displayName: string;
  readonly appId: string;
  readonly scopes: readonly string[];
};

export const servicePrincipalOf = ({ appId }: OAuthApp): string => guidOf(`service-principal/${appId}`);

export type GraphCall = {
  readonly at: number;
  readonly app: OAuthApp;
  readonly person: Person;
  readonly from: Foothold;
  readonly uri: string;
  readonly bytes: number;
  /** Of the token it was made with: the sign-in logs have the same. */
  readonly tokenId: string;
};

/** A call of Microsoft Graph, in the workspace's log of them and in advanced hunting's. */
export function graphCallLines({ at, app, person, from, uri, bytes, tokenId }: GraphCall): Line[] {
  const requestId = guidOf(`graph/${app.appId}/${at}/${uri}`);
  const millis = 40 + (bytes % 400);
  const workspace = {
    TimeGenerated: at,
    AadTenantId: tenantIds.tenantId,
    ApiVersion: 'v1.0',
    AppId: app.appId,
    ClientAuthMethod: 1,
    ClientRequestId: requestId,
    DurationMs: millis,
    IPAddress: from.ip,
    Location: 'West Europe',
    OperationId: requestId,
    RequestId: requestId,
    RequestMethod: 'GET',
    RequestUri: uri,
    ResponseSizeBytes: bytes,
    ResponseStatusCode: 200,
    Scopes: app.scopes.join(' '),
    UniqueTokenId: tokenId,
    UserAgent: 'python-requests/2.32',
    UserId: person.objectId,
  };
  const hunting = {
    Timestamp: at,
    AccountObjectId: person.objectId,
    ApiVersion: 'v1.0',
    ApplicationId: app.appId,
    ClientRequestId: requestId,
    EntityType: 'user',
    IpAddress: from.ip,
    Location: 'West Europe',
    OperationId: requestId,
    RequestDuration: String(millis),
    RequestId: requestId,
    RequestMethod: 'GET',
    RequestUri: uri,
    ResponseSize: bytes,
    ResponseStatusCode: '200',
    Scopes: app.scopes.join(' '),
    TargetWorkload: 'Microsoft.Exchange',
    UniqueTokenIdentifier: tokenId,
  };
  return [
    ['MicrosoftGraphActivityLogs', workspace],
    ['GraphApiAuditEvents', hunting],
  ];
}

/** App governance's view of the application a little later. */
export function appInfoLine(at: number, addedAt: number, app: OAuthApp): Line {
  return [
    'OAuthAppInfo',
    {
      Timestamp: at,
      OAuthAppId: app.appId,
      AppName: app.displayName,
      ServicePrincipalId: servicePrincipalOf(app),
      AppStatus: 'Enabled',
      AppOrigin: 'External',
      AppOwnerTenantId: guidOf(`tenant-of/${app.displayName}`),
      AddedOnTime: addedAt,
      LastModifiedTime: addedAt,
      LastUsedTime: at,
      ConsentedUsersCount: 1,
      IsAdminConsented: false,
      PrivilegeLevel: 'High',
      VerifiedPublisher: {},
      Permissions: app.scopes.map((scope) => ({
        PermissionType: 'Delegated',
        PermissionValue: scope,
        PrivilegeLevel: 'High',
        InUse: true,
        TargetAppDisplayName: 'Microsoft Graph',
        LastUsedTime: iso(at),
      })),
      ReportId: guidOf(`app/${app.appId}/${at}`),
    },
  ];
}
