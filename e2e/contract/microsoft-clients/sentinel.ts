/** `@azure/arm-securityinsight`: pages, one incident, a lost race, comments, alerts and entities. */
import type { Incident } from '@azure/arm-securityinsight';
import {
  collected,
  credential,
  refused,
  resourceGroup,
  sentinelAs,
  workspaceName,
} from '@/e2e/contract/microsoft-clients/connection';

export async function sentinel() {
  const client = sentinelAs(credential);
  const pages: Incident[][] = await collected(client.incidents.list(resourceGroup, workspaceName).byPage());
  const all = pages.flat();
  const open = await collected(
    client.incidents.list(resourceGroup, workspaceName, { filter: "properties/status eq 'New'" }),
  );
  const main = all.find(({ title }) => title?.startsWith('Multi-stage attack: Suspicious sign-in'));
  const name = main?.name ?? '';

  const before = await client.incidents.get(resourceGroup, workspaceName, name);
  const changed: Incident = { ...before, severity: 'Medium', labels: [{ labelName: 'by Microsoft’s client' }] };
  const after = await client.incidents.createOrUpdate(resourceGroup, workspaceName, name, changed);
  const stale = await refused(client.incidents.createOrUpdate(resourceGroup, workspaceName, name, changed));

  const written = await client.incidentComments.createOrUpdate(resourceGroup, workspaceName, name, 'one', {
    message: 'seen by the SDK',
  });
  const comments = await collected(client.incidentComments.list(resourceGroup, workspaceName, name));
  const alerts = await client.incidents.listAlerts(resourceGroup, workspaceName, name);
  const entities = await client.incidents.listEntities(resourceGroup, workspaceName, name);
  await client.incidentComments.delete(resourceGroup, workspaceName, name, 'one');
  const left = await collected(client.incidentComments.list(resourceGroup, workspaceName, name));
  return {
    pages: pages.map((page) => page.length),
    distinct: new Set(all.map((incident) => incident.name)).size,
    open: open.map((incident) => incident.status),
    created: before.createdTimeUtc?.toISOString(),
    changed: { severity: after.severity, labels: after.labels?.map(({ labelName }) => labelName) },
    newEtag: after.etag !== before.etag,
    stale,
    comment: { message: written.message, author: written.author?.name },
    comments: comments.map(({ message }) => message),
    commentsLeft: left.map(({ message }) => message),
    alerts: alerts.value.map((alert) => alert.kind),
    entityKinds: [...new Set(entities.entities?.map((entity) => entity.kind))],
    entityCounts: entities.metaData?.reduce((sum, { count }) => sum + (count ?? 0), 0),
    entities: entities.entities?.length,
    missing: await refused(client.incidents.get(resourceGroup, workspaceName, 'no-such-incident')),
  };
}
