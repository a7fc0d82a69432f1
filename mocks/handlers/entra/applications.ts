/** The app registrations of the tenant: the console's own, one that may only read, and what each was granted. */
import { guidOf } from '@/lib/base/random';
import type { Caller } from '@/mocks/handlers/manners/exchange';
import { tenantFacts } from '@/mocks/store/tenant-facts';

type Application = Caller & { secret: string };

const readRoles = [
  'SecurityIncident.Read.All',
  'SecurityAlert.Read.All',
  'ThreatHunting.Read.All',
  'User.Read.All',
  'Organization.Read.All',
  'CustomDetection.Read.All',
  'SecurityAnalyzedMessage.Read.All',
  'SecurityIdentitiesAccount.Read.All',
  'SecurityCopilotWorkspaces.Read.All',
  'IdentityRiskyUser.Read.All',
  'Policy.Read.All',
  'Data.Read',
];

const writeRoles = [
  'SecurityIncident.ReadWrite.All',
  'SecurityAlert.ReadWrite.All',
  'SecurityData.Manage.All',
  'CustomDetection.ReadWrite.All',
  'SecurityAnalyzedMessage.ReadWrite.All',
  'SecurityIdentitiesActions.ReadWrite.All',
  'SecurityCopilotWorkspaces.ReadWrite.All',
  'IdentityRiskyUser.ReadWrite.All',
  'Policy.ReadWrite.ConditionalAccess',
  'User.RevokeSessions.All',
  'User.EnableDisableAccount.All',
];

export const applications: readonly Application[] = [
  {
    clientId: tenantFacts.clientId,
    secret: 'demo',
    displayName: 'OneQueue',
    objectId: guidOf('service-principal/onequeue'),
    roles: [...readRoles, ...writeRoles],
    azureRoles: ['Microsoft Sentinel Responder', 'Log Analytics Reader'],
  },
  {
    clientId: '00000000-0000-0000-0000-00000000feed',
    secret: 'demo',
    displayName: 'OneQueue read-only',
    objectId: guidOf('service-principal/onequeue-read-only'),
    roles: readRoles,
    azureRoles: ['Microsoft Sentinel Reader', 'Log Analytics Reader'],
  },
];

export const applicationOf = (clientId: string): Application | undefined =>
  applications.find((application) => application.clientId === clientId);
