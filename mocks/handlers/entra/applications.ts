/** The app registrations of the tenant, what each was granted, and where its users come back to after signing in. */
import { guidOf } from '@/lib/base/random';
import type { ProtectedApi } from '@/mocks/handlers/manners/apis';
import { deviceActions } from '@/mocks/handlers/manners/endpoint-permissions';
import { tenantFacts } from '@/mocks/store/tenant-facts';

type Grants = Readonly<Record<ProtectedApi, readonly string[]>>;

export type Application = {
  clientId: string;
  /** A public client has none: whoever runs it could read it. */
  secret: string | null;
  displayName: string;
  /** Of its service principal. */
  objectId: string;
  /** Application permissions, by the API that knows them. */
  roles: Grants;
  /** Delegated permissions an administrator consented to for everybody. */
  delegated: Grants;
  /** Azure roles on the workspace. */
  azureRoles: readonly string[];
  /** The port of a loopback address doesn't count. https://learn.microsoft.com/entra/identity-platform/reply-url */
  redirectUris: readonly string[];
};

const graphReads = [
  'SecurityIncident.Read.All',
  'SecurityAlert.Read.All',
  'ThreatHunting.Read.All',
  'User.Read.All',
  'GroupMember.Read.All',
  'Organization.Read.All',
  'CustomDetection.Read.All',
  'SecurityIdentitiesAccount.Read.All',
  'SecurityCopilotWorkspaces.Read.All',
  'IdentityRiskyUser.Read.All',
  'Policy.Read.All',
];

const graphWrites = [
  'SecurityIncident.ReadWrite.All',
  'SecurityAlert.ReadWrite.All',
  'SecurityData.Manage.All',
  'CustomDetection.ReadWrite.All',
  'SecurityIdentitiesActions.ReadWrite.All',
  'SecurityCopilotWorkspaces.ReadWrite.All',
  'IdentityRiskyUser.ReadWrite.All',
  'Policy.ReadWrite.ConditionalAccess',
  'User.RevokeSessions.All',
  'User.EnableDisableAccount.All',
];

/** What Defender for Endpoint knows of files, addresses and domains; the same names for applications and people. */
const observables = ['File.Read.All', 'Ip.Read.All', 'URL.Read.All'];

const readRoles: Grants = {
  // E-mail is for applications only: no delegated permission of that name exists.
  graph: [...graphReads, 'SecurityAnalyzedMessage.Read.All'],
  arm: [],
  logs: ['Data.Read'],
  endpoint: ['Machine.Read.All', 'Alert.Read.All', 'Ti.Read.All', ...observables],
};

const allRoles: Grants = {
  graph: [...readRoles.graph, ...graphWrites, 'SecurityAnalyzedMessage.ReadWrite.All'],
  arm: [],
  logs: readRoles.logs,
  endpoint: [
    ...readRoles.endpoint,
    ...deviceActions,
    'Machine.ReadWrite.All',
    'Alert.ReadWrite.All',
    'Ti.ReadWrite.All',
  ],
};

const readScopes: Grants = {
  graph: ['User.Read', ...graphReads],
  arm: ['user_impersonation'],
  logs: ['Data.Read'],
  endpoint: ['Machine.Read', 'Alert.Read', 'Ti.Read', ...observables],
};

const allScopes: Grants = {
  graph: [...readScopes.graph, ...graphWrites],
  arm: readScopes.arm,
  logs: readScopes.logs,
  endpoint: [...readScopes.endpoint, ...deviceActions, 'Machine.ReadWrite', 'Alert.ReadWrite', 'Ti.ReadWrite'],
};

const noRoles: Grants = { graph: [], arm: [], logs: [], endpoint: [] };

const callbacks = ['/', '/auth/callback', '/api/auth/callback', '/sign-in/callback'].flatMap((path) => [
  `http://localhost${path}`,
  `https://localhost${path}`,
]);

const applications: readonly Application[] = [
  {
    clientId: tenantFacts.clientId,
    secret: tenantFacts.clientSecret,
    displayName: 'OneQueue',
    objectId: guidOf('service-principal/onequeue'),
    roles: allRoles,
    delegated: allScopes,
    azureRoles: [
      'Microsoft Sentinel Contributor',
      'Microsoft Sentinel Playbook Operator',
      'Logic App Contributor',
      'Monitoring Contributor',
      'Log Analytics Reader',
    ],
    redirectUris: callbacks,
  },
  {
    clientId: '00000000-0000-0000-0000-00000000feed',
    secret: tenantFacts.clientSecret,
    displayName: 'OneQueue read-only',
    objectId: guidOf('service-principal/onequeue-read-only'),
    roles: readRoles,
    delegated: readScopes,
    azureRoles: ['Microsoft Sentinel Reader', 'Log Analytics Reader'],
    redirectUris: callbacks,
  },
  {
    clientId: '00000000-0000-0000-0000-00000000c11e',
    secret: null,
    displayName: 'OneQueue command line',
    objectId: guidOf('service-principal/onequeue-command-line'),
    roles: noRoles,
    delegated: readScopes,
    azureRoles: [],
    redirectUris: ['http://localhost/', 'https://login.microsoftonline.com/common/oauth2/nativeclient'],
  },
];

export const applicationOf = (clientId: string): Application | undefined =>
  applications.find((application) => application.clientId === clientId.toLowerCase());

/** Where an address leads, with the port of a loopback address left out and an empty path written as a slash. */
function compared(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (['localhost', '127.0.0.1'].includes(url.hostname)) url.port = '';
  return url.hash === '' ? url.href : null;
}

export function redirectsTo(application: Application, address: string): boolean {
  const wanted = compared(address);
  return wanted !== null && application.redirectUris.some((known) => compared(known) === wanted);
}
