/** One sign-in to Entra ID, written the way each of the tables that see it writes it. */
import type { App } from '@/mocks/company/apps';
import type { Device } from '@/mocks/company/devices';
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import type { Place } from '@/mocks/company/sites';
import { identityAccount } from '@/mocks/company/telemetry/identity-account';
import { tenantIds } from '@/mocks/company/tenant-ids';

export type RiskLevel = 'none' | 'low' | 'medium' | 'high';

export type SignIn = {
  readonly at: number;
  readonly person: Person;
  readonly app: App;
  readonly ip: string;
  readonly place: Place;
  /** Entra's error number; 0 is success. */
  readonly resultType: number;
  readonly risk: RiskLevel;
  /** Names such as `unfamiliarFeatures`. */
  readonly riskEvents: readonly string[];
  /** The managed device it came from, if it was one. */
  readonly device: Device | null;
  readonly userAgent: string;
  readonly browser: string;
  readonly os: string;
  readonly mfa: boolean;
  readonly requestId: string;
  readonly correlationId: string;
};

/** Entra's own words for the errors our stories and noise produce. */
export const signInErrors: Record<number, string> = {
  0: '',
  50053: 'The account is locked, or the sign-in was blocked for a malicious IP address.',
  50055: 'The password is expired.',
  50074: 'Strong authentication is required.',
  50076: 'A change by the administrator or a new location requires multifactor authentication.',
  50126: 'Error validating credentials due to invalid username or password.',
  53000: 'Conditional Access requires a compliant device, and this device is not.',
  53003: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  65001: 'The user or administrator has not consented to use the application.',
  500121: 'Authentication failed during strong authentication request.',
};

const riskNumber: Record<RiskLevel, number> = { none: 1, low: 10, medium: 50, high: 100 };

function accessStatus(resultType: number): 'success' | 'failure' | 'notApplied' {
  if (resultType === 53003 || resultType === 53000) return 'failure';
  return resultType === 0 ? 'success' : 'notApplied';
}

function locationOf(place: Place) {
  return {
    city: place.city,
    state: place.state,
    countryOrRegion: place.countryCode,
    geoCoordinates: { latitude: place.latitude, longitude: place.longitude },
  };
}

function deviceDetail(signIn: SignIn) {
  return {
    deviceId: signIn.device?.entraDeviceId ?? '',
    displayName: signIn.device?.hostName ?? '',
    operatingSystem: signIn.os,
    browser: signIn.browser,
    isCompliant: signIn.device !== null,
    isManaged: signIn.device !== null,
    trustType: signIn.device ? 'Azure AD joined' : '',
  };
}

function statusOf(resultType: number) {
  return { errorCode: resultType, failureReason: signInErrors[resultType] ?? 'Other.', additionalDetails: '' };
}

const blockPolicy = {
  id: '0c0a5e00-0000-4000-8000-00000000c0a1',
  displayName: 'Block risky sign-ins',
  result: 'failure',
};
const mfaPolicy = {
  id: '0c0a5e00-0000-4000-8000-00000000c0a2',
  displayName: 'Require MFA for all users',
  result: 'success',
};

/** Last in each literal: V8 is fifty times slower to add to a clone. */
function common(signIn: SignIn): LogRow {
  const { person, app, risk, resultType } = signIn;
  return {
    TimeGenerated: signIn.at,
    CreatedDateTime: signIn.at,
    Id: signIn.requestId,
    CorrelationId: signIn.correlationId,
    UserPrincipalName: person.upn,
    UserDisplayName: person.displayName,
    UserId: person.objectId,
    Identity: person.displayName,
    UserType: 'Member',
    AppDisplayName: app.name,
    AppId: app.appId,
    ResourceDisplayName: app.resource,
    ResourceTenantId: tenantIds.tenantId,
    HomeTenantId: tenantIds.tenantId,
    AADTenantId: tenantIds.tenantId,
    IPAddress: signIn.ip,
    Location: signIn.place.countryCode,
    ResultType: String(resultType),
    ResultDescription: signInErrors[resultType] ?? 'Other.',
    ResultSignature: resultType === 0 ? 'SUCCESS' : 'FAILURE',
    OperationName: 'Sign-in activity',
    RiskLevelDuringSignIn: risk,
    RiskLevelAggregated: risk,
    RiskState: risk === 'none' ? 'none' : 'atRisk',
    RiskDetail: 'none',
    RiskEventTypes_V2: JSON.stringify(signIn.riskEvents),
    ConditionalAccessStatus: accessStatus(resultType),
    AuthenticationRequirement: signIn.mfa ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    UserAgent: signIn.userAgent,
    TokenIssuerType: 'AzureAD',
  };
}

/** `SigninLogs`. */
export function signinLogsRow(signIn: SignIn): LogRow {
  return {
    Category: 'SignInLogs',
    ClientAppUsed: 'Browser',
    IsInteractive: true,
    IsRisky: signIn.risk !== 'none',
    LocationDetails: locationOf(signIn.place),
    DeviceDetail: deviceDetail(signIn),
    Status: statusOf(signIn.resultType),
    MfaDetail: signIn.mfa ? { authMethod: 'Mobile app notification', authDetail: '' } : {},
    ConditionalAccessPolicies: [signIn.resultType === 53003 ? blockPolicy : mfaPolicy],
    ...common(signIn),
  };
}

/** `AADNonInteractiveUserSignInLogs`, where the nested parts are JSON text. */
export function nonInteractiveRow(signIn: SignIn): LogRow {
  return {
    Category: 'NonInteractiveUserSignInLogs',
    ClientAppUsed: 'Mobile Apps and Desktop clients',
    IsInteractive: false,
    LocationDetails: JSON.stringify(locationOf(signIn.place)),
    DeviceDetail: JSON.stringify(deviceDetail(signIn)),
    Status: JSON.stringify(statusOf(signIn.resultType)),
    ConditionalAccessPolicies: JSON.stringify([mfaPolicy]),
    ...common(signIn),
  };
}

/** `AADSignInEventsBeta`: the same sign-in as Defender's hunting schema has it, with risk as a number. */
export function signInEventsBetaRow(signIn: SignIn): LogRow {
  const { person, app, place, risk } = signIn;
  return {
    Timestamp: signIn.at,
    Application: app.name,
    ApplicationId: app.appId,
    LogonType: '["interactiveUser"]',
    EndpointCall: 'SAS:ProcessAuth',
    ErrorCode: signIn.resultType,
    CorrelationId: signIn.correlationId,
    RequestId: signIn.requestId,
    AccountDisplayName: person.displayName,
    AccountObjectId: person.objectId,
    AccountUpn: person.upn,
    IsExternalUser: 0,
    IsGuestUser: false,
    ResourceDisplayName: app.resource,
    ResourceTenantId: tenantIds.tenantId,
    DeviceName: signIn.device?.hostName ?? '',
    EntraIdDeviceId: signIn.device?.entraDeviceId ?? '',
    OSPlatform: signIn.os,
    DeviceTrustType: signIn.device ? 'Azure AD joined' : '',
    IsManaged: signIn.device ? 1 : 0,
    IsCompliant: signIn.device ? 1 : 0,
    AuthenticationRequirement: signIn.mfa ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    RiskLevelAggregated: riskNumber[risk],
    RiskState: risk === 'none' ? 0 : 4,
    UserAgent: signIn.userAgent,
    ClientAppUsed: 'Browser',
    Browser: signIn.browser,
    ConditionalAccessStatus: accessStatus(signIn.resultType) === 'failure' ? 1 : 0,
    IPAddress: signIn.ip,
    Country: place.countryCode,
    State: place.state,
    City: place.city,
    Latitude: String(place.latitude),
    Longitude: String(place.longitude),
    ReportId: signIn.requestId,
  };
}

/** `EntraIdSignInEvents`, which takes the place of the former from December 2025: the same, and a little more. */
export function entraIdSignInRow(signIn: SignIn): LogRow {
  return {
    RiskLevelDuringSignIn: riskNumber[signIn.risk],
    RiskEventTypes: JSON.stringify(signIn.riskEvents),
    IsSignInThroughGlobalSecureAccess: false,
    TokenIssuerType: 'AzureAD',
    UniqueTokenId: `t-${signIn.requestId}`,
    ...signInEventsBetaRow(signIn),
  };
}

/** `IdentityLogonEvents` as Defender for Cloud Apps reports a cloud sign-in. */
export function identityLogonRow(signIn: SignIn): LogRow {
  const { person, place } = signIn;
  return {
    Timestamp: signIn.at,
    ActionType: signIn.resultType === 0 ? 'LogonSuccess' : 'LogonFailed',
    Application: signIn.app.resource === 'Office 365 Exchange Online' ? 'Microsoft Exchange Online' : 'Microsoft 365',
    LogonType: 'OAuth2:Token',
    Protocol: 'AzureActiveDirectory',
    FailureReason: signInErrors[signIn.resultType] ?? 'Other.',
    ...identityAccount(person),
    DeviceName: signIn.device?.dnsName ?? '',
    DeviceType: signIn.device ? 'Desktop' : 'Unknown',
    OSPlatform: signIn.os,
    IPAddress: signIn.ip,
    Location: place.countryCode,
    ISP: signIn.ip.startsWith('185.') ? 'Carpathia Hosting SRL' : 'Contoso Transit',
    ReportId: signIn.requestId,
    AdditionalFields: { 'ATTACK.tactic': '', Count: 1 },
  };
}
