/**
 * What a person may do with a delegated token: the permission isn't enough, Defender and Entra ask for a role too.
 * https://learn.microsoft.com/graph/api/resources/security-api-overview and Entra's built-in roles
 */

const readers = [
  'Global Reader',
  'Security Reader',
  'Security Operator',
  'Security Administrator',
  'Global Administrator',
];
const responders = ['Security Operator', 'Security Administrator', 'Global Administrator'];
const accountAdministrators = [
  'Helpdesk Administrator',
  'Authentication Administrator',
  'Privileged Authentication Administrator',
  'User Administrator',
  'Global Administrator',
];

const needed: readonly [RegExp, readonly string[] | 'nobody' | 'anybody'][] = [
  [/^User\.Read(\.All)?$|^Organization\.Read|^Group(Member)?\.Read\.All$/, 'anybody'],
  // Microsoft publishes no delegated permission for these.
  [/^SecurityAnalyzedMessage\./, 'nobody'],
  [/^User\.|^Directory\./, accountAdministrators],
  [
    /^Policy\.ReadWrite\.ConditionalAccess$/,
    ['Conditional Access Administrator', 'Security Administrator', 'Global Administrator'],
  ],
  [/\.ReadWrite(\.All)?$|\.Manage\.All$|^Machine\.(?!Read)/, responders],
  [/./, readers],
];

/** Whether somebody with these directory roles may use a permission that the token carries. */
export function allowsPerson(directoryRoles: readonly string[], permission: string): boolean {
  const who = needed.find(([pattern]) => pattern.test(permission))?.[1] ?? 'nobody';
  if (who === 'anybody') return true;
  return who !== 'nobody' && who.some((role) => directoryRoles.includes(role));
}

/** What Contoso gave its people in Azure, by what they are in the directory. Nobody in Entra has rights in Azure of itself. */
const azureRolesOf: Readonly<Record<string, readonly string[]>> = {
  'Security Reader': ['Microsoft Sentinel Reader', 'Log Analytics Reader'],
  'Security Operator': ['Microsoft Sentinel Responder', 'Microsoft Sentinel Playbook Operator', 'Log Analytics Reader'],
  'Security Administrator': [
    'Microsoft Sentinel Contributor',
    'Microsoft Sentinel Playbook Operator',
    'Logic App Contributor',
    'Monitoring Contributor',
    'Log Analytics Reader',
  ],
};

export const azureRolesFor = (directoryRoles: readonly string[]): string[] =>
  directoryRoles.flatMap((role) => azureRolesOf[role] ?? []);
