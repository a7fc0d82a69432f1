/** The three long lists of the tenant, each in whatever order is asked for. */
import { createListing, type Listing } from '@/mocks/store/listing';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

export const graphIncidentListing = (store: Store): Listing<GraphIncidentRecord> =>
  createListing(store.graphIncidents.all(), (tell) => {
    store.listen((event) => {
      switch (event.kind) {
        case 'graphIncidentAdded':
        case 'graphIncidentChanged':
        case 'graphCommentAdded':
          tell(event.incident);
          break;
        default:
          break;
      }
    });
  });

export const sentinelIncidentListing = (store: Store): Listing<SentinelIncidentRecord> =>
  createListing(store.sentinelIncidents.all(), (tell) => {
    store.listen((event) => {
      switch (event.kind) {
        case 'sentinelIncidentAdded':
        case 'sentinelIncidentChanged':
          tell(event.incident);
          break;
        case 'sentinelIncidentRemoved':
          tell(event.incident, 'gone');
          break;
        default:
          break;
      }
    });
  });

/** Those that Graph shows. */
export const alertListing = (store: Store): Listing<AlertRecord> =>
  createListing(
    [...store.alerts.all()].filter((alert) => alert.inGraph),
    (tell) => {
      store.listen((event) => {
        if ((event.kind === 'alertAdded' || event.kind === 'alertChanged') && event.alert.inGraph) tell(event.alert);
      });
    },
  );
