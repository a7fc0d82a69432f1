/**
 * What Defender for Endpoint asks of a caller. Applications and people have permissions of different names.
 * https://learn.microsoft.com/defender-endpoint/api/exposed-apis-list
 */
type EndpointPermission = { method: RegExp; path: RegExp; roles: readonly string[]; scopes: readonly string[] };

/** One for each thing that can be done on a device; the same names for applications and people. */
export const deviceActions = [
  'Machine.Isolate',
  'Machine.Scan',
  'Machine.RestrictExecution',
  'Machine.StopAndQuarantine',
  'Machine.CollectForensics',
  'Machine.LiveResponse',
] as const;

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
  action(/\/runLiveResponse$/i, 'LiveResponse'),
  {
    method: /POST/,
    path: /\/startInvestigation$/i,
    roles: ['Alert.ReadWrite.All'],
    scopes: ['Alert.ReadWrite'],
  },
  {
    method: /GET/,
    path: /\/GetLiveResponseResultDownloadLink\(/i,
    roles: ['Machine.LiveResponse'],
    scopes: ['Machine.LiveResponse'],
  },
  {
    method: /GET/,
    path: /\/api\/investigations/i,
    roles: ['Alert.Read.All', 'Alert.ReadWrite.All'],
    scopes: ['Alert.Read', 'Alert.ReadWrite'],
  },
  // These three have one name for applications and people.
  { method: /GET/, path: /\/api\/files\//i, roles: ['File.Read.All'], scopes: ['File.Read.All'] },
  { method: /GET/, path: /\/api\/ips\//i, roles: ['Ip.Read.All'], scopes: ['Ip.Read.All'] },
  { method: /GET/, path: /\/api\/domains\//i, roles: ['URL.Read.All'], scopes: ['URL.Read.All'] },
  {
    // Whoever may begin one of them may stop it.
    method: /POST/,
    path: /\/machineactions\/[^/]+\/cancel$/i,
    roles: deviceActions,
    scopes: deviceActions,
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
