/** `@azure/identity`: application tokens, one for each API, and on behalf of a person. */
import { ClientCertificateCredential, ClientSecretCredential, OnBehalfOfCredential } from '@azure/identity';
import { decodeJwt } from 'jose';
import {
  atTenant,
  certificatePath,
  clientId,
  clientSecret,
  collected,
  credential,
  readerId,
  refused,
  resourceGroup,
  sentinelAs,
  tenantId,
  workspaceName,
} from '@/e2e/contract/microsoft-clients/connection';
import { personToken } from '@/e2e/contract/microsoft-clients/sign-in';

const resources = [
  'https://graph.microsoft.com',
  'https://management.azure.com',
  'https://api.loganalytics.io',
  'https://api.securitycenter.microsoft.com',
];

export async function tokens() {
  const held = await Promise.all(resources.map((resource) => credential.getToken(`${resource}/.default`)));
  const wrong = new ClientSecretCredential(tenantId, clientId, 'wrong', atTenant);
  const reader = new ClientSecretCredential(tenantId, readerId, clientSecret, atTenant);
  const comment = sentinelAs(reader).incidentComments.createOrUpdate(resourceGroup, workspaceName, 'any', 'any', {
    message: 'may not',
  });
  return {
    audiences: held.map(({ token }) => decodeJwt(token).aud),
    wrongSecret: await refused(wrong.getToken('https://graph.microsoft.com/.default')),
    readerWrites: await refused(comment),
  };
}

/** The same application by its certificate: what the console may use where secrets are not allowed. */
export async function byCertificate() {
  const holder = new ClientCertificateCredential(tenantId, clientId, { certificatePath }, atTenant);
  const { token } = await holder.getToken('https://graph.microsoft.com/.default');
  const { appid, aud } = decodeJwt(token);
  const first = await sentinelAs(holder).incidents.list(resourceGroup, workspaceName).byPage().next();
  return { appid, aud, reads: first.done ? false : first.value.length > 0 };
}

export async function onBehalf() {
  const userAssertionToken = await personToken('maya.chen@contoso.com', `api://${clientId}/access_as_user`);
  const maya = new OnBehalfOfCredential({ tenantId, clientId, clientSecret, userAssertionToken, ...atTenant });
  const sentinel = sentinelAs(maya);
  const [first] = await collected(sentinel.incidents.list(resourceGroup, workspaceName, { top: 1 }).byPage());
  const name = first?.[0]?.name ?? '';
  const comment = await sentinel.incidentComments.createOrUpdate(resourceGroup, workspaceName, name, 'on-behalf', {
    message: 'Maya was here',
  });
  return { author: comment.author?.name, message: comment.message };
}
