/**
 * What Defender for Endpoint asks of a caller. Applications and people have permissions of different names.
 * https://learn.microsoft.com/defender-endpoint/api/exposed-apis-list
 */
type EndpointPermission = { method: RegExp; path: RegExp; roles: readonly string[]; scopes: readonly string[] };

const action = (path: RegExp, name: string): EndpointPermission => ({
  method: /POST/,
  path,
  roles: [`Machine.${name}`],
  scopes: [`Machine.${name}`],
});

export const endpointPermissions: readonly EndpointPermission[] = [
  action(/\/(un)?isolate$/i, 'Isolate'),
  action(/\/runAntiVirusScan$/i, 'Scan'),
  action(/\/(un)?restrictCodeExecution$/i, 'RestrictExecution'),
  action(/\/StopAndQuarantineFile$/i, 'StopAndQuarantine'),
  action(/\/collectInvestigationPackage$/i, 'CollectForensics'),
  {
    method: /POST/,
    path: /\/startInvestigation$/i,
    roles: ['Alert.ReadWrite.All'],
    scopes: ['Alert.ReadWrite'],
  },
  {
    // Whoever may begin one of them may stop it.
    method: /POST/,
    path: /\/machineactions\/[^/]+\/cancel$/i,
    roles: [
      'Machine.Isolate',
      'Machine.Scan',
      'Machine.RestrictExecution',
      'Machine.StopAndQuarantine',
      'Machine.CollectForensics',
    ],
    scopes: [
      'Machine.Isolate',
      'Machine.Scan',
      'Machine.RestrictExecution',
      'Machine.StopAndQuarantine',
      'Machine.CollectForensics',
    ],
  },
  {
    method: /GET/,
    path: /\/api\/machine(s|actions)/i,
    roles: ['Machine.Read.All', 'Machine.ReadWrite.All'],
    scopes: ['Machine.Read', 'Machine.ReadWrite'],
  },
  {
    method: /POST|PATCH/,
    path: /\/api\/machines/i,
    roles: ['Machine.ReadWrite.All'],
    scopes: ['Machine.ReadWrite'],
  },
  {
    method: /GET/,
    path: /\/api\/indicators/i,
    roles: ['Ti.Read.All', 'Ti.ReadWrite', 'Ti.ReadWrite.All'],
    scopes: ['Ti.Read', 'Ti.ReadWrite'],
  },
  {
    method: /./,
    path: /\/api\/indicators/i,
    roles: ['Ti.ReadWrite', 'Ti.ReadWrite.All'],
    scopes: ['Ti.ReadWrite'],
  },
];
