/** Which columns of a custom detection's query become entities of its alerts: `entityMappingConfiguration`. */
import { z } from 'zod';
import { openObject } from '@/lib/wire/open-object';

/** A mapping: each property names a column of the query's result. */
const columns = <const Names extends readonly string[]>(...names: Names) =>
  z.array(openObject(Object.fromEntries(names.map((name) => [`${name}Column`, z.string().nullish()])))).nullish();

export const graphEntityMappings = openObject({
  accounts: columns('aadUserId', 'dnsDomain', 'name', 'ntDomain', 'sid', 'upn', 'upnSuffix'),
  amazonResources: columns('amazonResourceId'),
  azureResources: columns('resourceId'),
  cloudApplications: columns('appId', 'name'),
  dns: columns('domainName', 'hostIPAddress', 'serverIP'),
  files: columns('name', 'sha1', 'sha256'),
  googleCloudResources: columns('fullResourceName'),
  hosts: columns('deviceId', 'dnsDomain', 'name', 'netBiosName', 'ntDomain'),
  ips: columns('address', 'scope'),
  mailClusters: columns('query', 'source'),
  mailMessages: columns('networkMessageId', 'recipient', 'sender', 'subject'),
  mailboxes: columns('primaryAddress'),
  oAuthApplications: columns('oAuthAppId'),
  processes: columns('sha1', 'sha256'),
  registryValues: columns('key', 'valueName'),
  securityGroups: columns('distinguishedName', 'objectId', 'sid'),
  urls: columns('url'),
});
