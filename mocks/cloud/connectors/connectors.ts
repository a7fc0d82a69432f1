/** What follows from connectors being connected and disconnected. */
import { connectCarried } from '@/mocks/cloud/connectors/carried-connectors';
import { startConnectorHealth } from '@/mocks/cloud/connectors/connector-health';
import { bringLoneAlert } from '@/mocks/cloud/connectors/lone-alerts';
import { xdrKind } from '@/mocks/store/connections/connector-kinds';
import type { LogWriter } from '@/mocks/store/log-writer';
import { azurePortalProvider } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

export function startConnectors(store: Store, logs: LogWriter): void {
  startConnectorHealth(store, logs);
  store.listen((event) => {
    switch (event.kind) {
      case 'alertAdded':
        bringLoneAlert(store, logs, event.alert);
        break;
      case 'dataConnectorChanged':
        if (event.after?.fields.kind === xdrKind && store.connections.incidentsFlow()) connectCarried(store);
        break;
      case 'methodChanged':
        // What the logs said before stays as it was written; incidents are called by the new name at once.
        for (const incident of store.sentinelIncidents.all()) {
          if (incident.twin === null) continue;
          if (event.method === 'azure') incident.providerName = azurePortalProvider;
          else delete incident.providerName;
        }
        break;
      default:
        break;
    }
  });
}
