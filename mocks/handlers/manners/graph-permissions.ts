/**
 * What Graph asks of a caller, by method and path. Any one of the permissions is enough; the first matching line counts.
 * Source: Microsoft's permissions reference, https://learn.microsoft.com/graph/permissions-reference
 */
export type GraphPermission = { method: RegExp; path: RegExp; roles: readonly string[] };

const readOf = (noun: string): string[] => [`${noun}.Read.All`, `${noun}.ReadWrite.All`];
const writeOf = (noun: string): string[] => [`${noun}.ReadWrite.All`];

/** Reading needs the one or the other, anything else the right to write. */
const both = (path: RegExp, noun: string): GraphPermission[] => [
  { method: /GET/, path, roles: readOf(noun) },
  { method: /./, path, roles: writeOf(noun) },
];

const of = (method: RegExp, path: RegExp, ...roles: string[]): GraphPermission => ({ method, path, roles });

export const graphPermissions: readonly GraphPermission[] = [
  of(/POST/, /runhuntingquery$/i, 'ThreatHunting.Read.All'),
  of(/GET/, /getHuntingSchema/i, 'ThreatHunting.Read.All'),
  of(/POST/, /(mergeIncidents|moveAlerts)$/i, 'SecurityData.Manage.All'),
  ...both(/\/security\/incidents/i, 'SecurityIncident'),
  ...both(/\/security\/alerts_v2/i, 'SecurityAlert'),
  ...both(/\/security\/rules\/detectionRules/i, 'CustomDetection'),
  ...both(/\/security\/collaboration\/analyzedEmails/i, 'SecurityAnalyzedMessage'),
  of(/POST/, /\/identityAccounts\/[^/]+\/[^/]*invokeAction$/i, 'SecurityIdentitiesActions.ReadWrite.All'),
  of(/GET/, /\/security\/identities\/identityAccounts/i, 'SecurityIdentitiesAccount.Read.All'),
  ...both(/\/security\/securityCopilot\//i, 'SecurityCopilotWorkspaces'),
  ...both(/\/identityProtection\/riskyUsers/i, 'IdentityRiskyUser'),
  of(/GET/, /\/conditionalAccess\/namedLocations/i, 'Policy.Read.All'),
  of(/./, /\/conditionalAccess\/namedLocations/i, 'Policy.ReadWrite.ConditionalAccess'),
  of(/POST/, /\/revokeSignInSessions$/i, 'User.RevokeSessions.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'),
  of(/PATCH/, /\/users\//i, 'User.EnableDisableAccount.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'),
  of(
    /GET/,
    /\/groups/i,
    'GroupMember.Read.All',
    'Group.Read.All',
    'Directory.Read.All',
    'Group.ReadWrite.All',
    'Directory.ReadWrite.All',
  ),
  of(/GET/, /\/users/i, 'User.Read.All'),
  of(/GET/, /\/me$/i, 'User.Read', 'User.Read.All'),
  of(/GET/, /\/organization/i, 'Organization.Read.All'),
];
